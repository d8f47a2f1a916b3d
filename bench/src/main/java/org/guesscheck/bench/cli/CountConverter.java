package org.guesscheck.bench.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers that may be written 1e8. */
final class CountConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return new BigDecimal(text.replace("_", "")).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number such as 1000000 or 1e6");
        }
    }
}
