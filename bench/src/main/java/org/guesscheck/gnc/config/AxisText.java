package org.guesscheck.gnc.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.gnc.text.InputException;

/** An axis as the command line has it: {@code NAME=V,V,...}, where a V is a number, {@code a..b} or {@code a..b:step}. */
public final class AxisText {
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?::(.+))?");
    private static final int MOST_VALUES = 10_000;

    private final String option;
    private final SweptField field;
    private final List<Double> values = new ArrayList<>();

    private AxisText(String option, SweptField field) {
        this.option = option;
        this.field = field;
    }

    /**
     * Reads an axis.
     *
     * @param option the option, for errors
     * @throws InputException if its name or a value is not allowed, in one sentence
     */
    public static Axis parse(String option, String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (!SweptField.LABELS.contains(name)) {
            throw new InputException(option + " " + text + ": there is no axis " + (name.isEmpty() ? "\"\"" : name)
                    + "; allowed are " + String.join(", ", SweptField.LABELS));
        }
        if (equals < 0 || equals == text.length() - 1) {
            throw new InputException(
                    option + " " + text + ": no values; NAME=V,V,... is needed, such as " + name + "=" + example(name));
        }
        AxisText axis = new AxisText(option + " " + text, SweptField.labelled(name));
        for (String item : text.substring(equals + 1).split(",", -1)) {
            axis.add(item);
        }
        return new Axis(axis.field, axis.values);
    }

    private static String example(String name) {
        return SweptField.labelled(name).fault(2).isEmpty() ? "2,4..8:2" : "0,0.1..0.3:0.1";
    }

    private void add(String item) {
        Matcher range = RANGE.matcher(item);
        if (!range.matches()) {
            add(number(item));
            return;
        }
        BigDecimal from = number(range.group(1));
        BigDecimal to = number(range.group(2));
        boolean whole = from.stripTrailingZeros().scale() <= 0
                && to.stripTrailingZeros().scale() <= 0;
        if (range.group(3) == null && !whole) {
            throw refused(item + "; a range of decimals needs a step, such as 0.001..0.004:0.001");
        }
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : number(range.group(3));
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            throw refused(item + "; a..b or a..b:step is allowed, with b not below a and a step above 0");
        }
        if (to.subtract(from).compareTo(step.multiply(BigDecimal.valueOf(MOST_VALUES))) > 0) {
            throw refused(item + "; at most " + MOST_VALUES + " values are allowed");
        }
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            add(value);
        }
    }

    private void add(BigDecimal number) {
        double value = number.doubleValue();
        field.fault(value).ifPresent(fault -> {
            throw refused(fault);
        });
        if (values.contains(value)) {
            throw refused(number + "; every value only once is allowed");
        }
        values.add(value);
    }

    private BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            // An exponent without bounds makes a number that no arithmetic ends with.
            if (Math.abs((long) number.precision() - number.scale()) > 400) {
                throw refused(text + "; a number of ordinary size is needed");
            }
            return number;
        } catch (NumberFormatException e) {
            throw refused("'" + text + "' is not a number such as 5 or 0.02, or a range such as 2..10:2");
        }
    }

    private InputException refused(String fault) {
        return new InputException(option + ": " + fault);
    }
}
