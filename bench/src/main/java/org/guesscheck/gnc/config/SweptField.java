package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.guesscheck.gnc.json.Numeral;

/**
 * A field of a recipe that a sweep can vary: its name, which values it takes, where it lies, and how it is set. All else that
 * differs between one field and another is here too.
 */
public enum SweptField {
    /** The hidden width. */
    WIDTH(
            "widths",
            Range.COUNT,
            r -> r.network().width(),
            r -> v -> r.network(r.network().width((int) v))),

    /** The number of factors. */
    DEPTH(
            "depths",
            Range.COUNT,
            r -> r.network().depth(),
            r -> v -> r.network(r.network().depth((int) v))),

    /** The number of training measurements. */
    MEASUREMENTS(
            "measurements",
            Range.COUNT,
            r -> r.problem().measurements(),
            r -> v -> r.problem(r.problem().measurements((int) v))),

    /** The rank of the ground truth. */
    RANK(
            "ranks",
            Range.COUNT,
            r -> r.problem().rank(),
            r -> v -> r.problem(r.problem().rank((int) v))),

    /** The rows of the ground truth. */
    ROWS(
            "rows",
            Range.COUNT,
            r -> r.problem().rows(),
            r -> v -> r.problem(r.problem().rows((int) v))),

    /** The columns of the ground truth. */
    COLS(
            "cols",
            Range.COUNT,
            r -> r.problem().cols(),
            r -> v -> r.problem(r.problem().cols((int) v))),

    /** The rows and columns of a square ground truth. */
    SIZE(
            "sizes",
            Range.COUNT,
            r -> r.problem().rows(),
            r -> v -> r.problem(r.problem().size((int) v))) {
        @Override
        List<String> fields() {
            return List.of(ROWS.field(), COLS.field());
        }
    },

    /** The acceptance threshold of the training loss. */
    EPS(
            "thresholds",
            Range.POSITIVE,
            r -> r.guess().eps(),
            r -> v -> r.guess(r.guess().eps(v))),

    /** The slope of the leaky rectifier below zero. */
    NEGATIVE_SLOPE(
            "slopes",
            Range.SHARE,
            r -> r.network().negativeSlope(),
            r -> v -> r.network(r.network().negativeSlope(v))) {
        @Override
        String field() {
            return "negativeSlope";
        }
    };

    /** The values that a field takes, and the words for it. */
    private enum Range {
        COUNT("a whole number of 1 to " + Integer.MAX_VALUE) {
            @Override
            boolean has(double value) {
                return value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value);
            }
        },
        POSITIVE("a number above 0") {
            @Override
            boolean has(double value) {
                return value > 0 && Double.isFinite(value);
            }
        },
        SHARE("a number of 0 to 1") {
            @Override
            boolean has(double value) {
                return value >= 0 && value <= 1;
            }
        };

        private final String allowed;

        Range(String allowed) {
            this.allowed = allowed;
        }

        abstract boolean has(double value);
    }

    /** All labels, as they are allowed in a file and on the command line. */
    public static final List<String> LABELS =
            Arrays.stream(values()).map(SweptField::label).toList();

    private final String plural;
    private final Range range;
    private final ToDoubleFunction<CellRecipe> getter;
    private final java.util.function.Function<CellRecipe, DoubleFunction<CellRecipe>> setter;

    SweptField(
            String plural,
            Range range,
            ToDoubleFunction<CellRecipe> getter,
            java.util.function.Function<CellRecipe, DoubleFunction<CellRecipe>> setter) {
        this.plural = plural;
        this.range = range;
        this.getter = getter;
        this.setter = setter;
    }

    /** Whether the prior stands beside guess and check, as the paper has it where a theorem says that they become equal. */
    public boolean besidePrior() {
        return this != DEPTH;
    }

    /** Whether another value makes another problem. */
    public boolean ofProblem() {
        return switch (this) {
            case MEASUREMENTS, RANK, ROWS, COLS, SIZE -> true;
            case WIDTH, DEPTH, EPS, NEGATIVE_SLOPE -> false;
        };
    }

    /** The value in a recipe. */
    public double of(CellRecipe recipe) {
        return getter.applyAsDouble(recipe);
    }

    /** The recipe with another value, which the field takes. */
    CellRecipe set(CellRecipe recipe, double value) {
        return setter.apply(recipe).apply(value);
    }

    /** What is wrong with a value, which a sentence ends with; empty if the field takes it. */
    public Optional<String> fault(double value) {
        return range.has(value)
                ? Optional.empty()
                : Optional.of(Numeral.text(value) + "; " + range.allowed + " is allowed");
    }

    /** One of {@link #LABELS}. */
    public static SweptField labelled(String label) {
        return values()[LABELS.indexOf(label)];
    }

    /** The fields of a config file that it sets. */
    List<String> fields() {
        return List.of(field());
    }

    /** The field of a config file that has the value where nothing varies it. */
    String field() {
        return label();
    }

    /** The name in files and figures, such as width. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a table's column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of several values. */
    public String plural() {
        return plural;
    }
}
