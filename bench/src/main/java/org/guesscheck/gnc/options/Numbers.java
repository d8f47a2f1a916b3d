package org.guesscheck.gnc.options;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line: whole ones may also be written 1e7, and errors say which numbers are allowed. */
public final class Numbers {
    private Numbers() {}

    /** Lets a command line read all its numbers like this. */
    public static void register(CommandLine line) {
        line.registerConverter(int.class, Numbers::integer);
        line.registerConverter(Integer.class, Numbers::integer);
        line.registerConverter(long.class, new CountConverter());
        line.registerConverter(Long.class, new CountConverter());
        ITypeConverter<Double> number = Numbers::number;
        line.registerConverter(double.class, number);
        line.registerConverter(Double.class, number);
        ITypeConverter<Float> single = text -> number(text).floatValue();
        line.registerConverter(float.class, single);
        line.registerConverter(Float.class, single);
    }

    private static Integer integer(String text) {
        long value = new CountConverter().convert(text);
        if (value != (int) value) {
            throw new TypeConversionException("'" + text + "' is out of range; " + Integer.MIN_VALUE + " to "
                    + Integer.MAX_VALUE + " is allowed");
        }
        return (int) value;
    }

    private static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number such as 0.02 or 1e-4");
        }
    }
}
