package org.guesscheck.gnc.options;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers that may be written 1e8. */
public final class CountConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw notWhole(text);
        }
        // No constants of the class: its start, and so that of every help, would wait for BigDecimal's tables.
        if (number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) < 0
                || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException(
                    "'" + text + "' is out of range; " + Long.MIN_VALUE + " to " + Long.MAX_VALUE + " is allowed");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw notWhole(text);
        }
    }

    private static TypeConversionException notWhole(String text) {
        return new TypeConversionException("'" + text + "' is not a whole number such as 1000000 or 1e6");
    }
}
