package org.guesscheck.gnc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.gnc.config.Axis;
import org.guesscheck.gnc.config.AxisText;
import org.guesscheck.gnc.config.DescentPlan;
import org.guesscheck.gnc.config.Grid;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.text.InputException;

/** A config whose axes and their values are replaced by the command line's. The settings of gradient descent that a config lists by value stay with their values. */
final class OverriddenAxes {
    private static final String AXIS = "--axis";

    private final SweepConfig config;
    private final boolean ratesGiven;
    private final boolean scalesGiven;

    private OverriddenAxes(SweepConfig config, boolean ratesGiven, boolean scalesGiven) {
        this.config = config;
        this.ratesGiven = ratesGiven;
        this.scalesGiven = scalesGiven;
    }

    /**
     * Takes a config.
     *
     * @param rates learning rates of the command line, or null
     * @param scales init scales of the command line, or null
     */
    static OverriddenAxes of(SweepConfig config, List<Double> rates, List<Double> scales) {
        SweepConfig changed = config;
        if (rates != null) {
            changed = changed.descent(plan -> plan.learningRates(rates));
        }
        if (scales != null) {
            changed = changed.descent(plan -> plan.initScales(scales));
        }
        return new OverriddenAxes(changed, rates != null, scales != null);
    }

    SweepConfig config() {
        return config;
    }

    /**
     * Reads the axes of a command line.
     *
     * @throws InputException if there are too many, one is there twice, or one is not allowed
     */
    static List<Axis> parse(List<String> texts) {
        if (texts.size() > Grid.MOST_AXES) {
            throw new InputException(AXIS + ": " + texts.size() + " axes; one or two are allowed");
        }
        List<Axis> axes = texts.stream().map(text -> AxisText.parse(AXIS, text)).toList();
        if (axes.stream().map(Axis::field).distinct().count() < axes.size()) {
            throw new InputException(
                    AXIS + " " + axes.getFirst().field().label() + ": given twice; each axis once is" + " allowed");
        }
        return axes;
    }

    /** With other axes. */
    OverriddenAxes over(List<Axis> axes) {
        return new OverriddenAxes(
                kept(axes.getFirst(), AXIS).grid(Grid.of(axes.toArray(Axis[]::new))), ratesGiven, scalesGiven);
    }

    /**
     * With other values of a field: those of its axis, or the one that it has where nothing varies it.
     *
     * @param values null where the option is not given
     */
    OverriddenAxes values(SweptField field, String option, List<Integer> values) {
        if (values == null) {
            return this;
        }
        for (int value : values) {
            field.fault(value).ifPresent(fault -> {
                throw new InputException(option + ": " + fault);
            });
        }
        Optional<Axis> axis =
                config.axes().stream().filter(a -> a.field() == field).findFirst();
        return axis.isPresent() ? replaced(axis.get(), option, values) : fixed(field, option, values);
    }

    private OverriddenAxes replaced(Axis axis, String option, List<Integer> values) {
        Axis other = new Axis(axis.field(), values.stream().map(v -> (double) v).toList());
        if (!axis.with().isEmpty()) {
            throw new InputException(option + " " + values + ": " + config.title() + " lists other fields for "
                    + texts(axis.values()) + " only; --axis replaces its axes as a whole");
        }
        List<Axis> axes = new ArrayList<>(config.axes());
        axes.replaceAll(old -> old.equals(axis) ? other : old);
        SweepConfig base = axis.equals(config.axis()) ? kept(other, option) : config;
        return new OverriddenAxes(base.grid(new Grid(axes, config.grid().figure())), ratesGiven, scalesGiven);
    }

    private OverriddenAxes fixed(SweptField field, String option, List<Integer> values) {
        if (values.size() != 1 || config.grid().varies(field)) {
            throw new InputException(option + " " + values + ": one number is allowed, since " + config.title()
                    + " is a sweep of " + config.grid().label());
        }
        return new OverriddenAxes(config.fixed(field, values.getFirst()), ratesGiven, scalesGiven);
    }

    /** With the settings of gradient descent for another first axis. */
    private SweepConfig kept(Axis first, String option) {
        DescentPlan descent = config.descent();
        SweepConfig changed = config;
        if (!ratesGiven) {
            List<Double> rates = kept(first, option, new Listed("learningRates", descent.learningRates(), "--lr"));
            changed = changed.descent(plan -> plan.learningRates(rates));
        }
        if (!scalesGiven && !descent.climbs()) {
            List<Double> scales = kept(first, option, new Listed("initScales", descent.initScales(), "--init-scale"));
            changed = changed.descent(plan -> plan.initScales(scales));
        }
        return changed;
    }

    /** Settings of gradient descent, and the option that gives others. */
    private record Listed(String name, List<Double> settings, String option) {}

    private List<Double> kept(Axis first, String option, Listed listed) {
        if (listed.settings().size() <= 1) {
            return listed.settings();
        }
        Axis known = config.axis();
        return first.values().stream()
                .map(value -> {
                    if (first.field() != known.field() || !known.values().contains(value)) {
                        throw new InputException(option + " " + said(first, option, value) + ": " + config.title()
                                + " lists its " + listed.name() + " for " + known(first, option) + " only; give "
                                + listed.option() + " too");
                    }
                    return listed.settings().get(known.values().indexOf(value));
                })
                .toList();
    }

    private static String said(Axis first, String option, double value) {
        return (option.equals(AXIS) ? first.field().label() + "=" : "") + Numeral.text(value);
    }

    private String known(Axis first, String option) {
        Axis known = config.axis();
        return (option.equals(AXIS) && first.field() != known.field()
                        ? known.field().label() + " "
                        : "")
                + texts(known.values());
    }

    private static List<String> texts(List<Double> values) {
        return values.stream().map(Numeral::text).toList();
    }
}
