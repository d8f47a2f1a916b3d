package org.guesscheck.core.kernel.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jdk.incubator.vector.VectorSpecies;

/** Loads templates as hidden classes with constants, and reads those constants while they are initialised. */
final class Specialised {
    /**
     * One class for one list of constants, shared by all questions and threads: compiling a kernel takes the JVM a second
     * or two, in which it runs hundreds of times slower. No result depends on it.
     */
    private static final ConcurrentMap<List<Object>, Class<?>> LOADED = new ConcurrentHashMap<>();

    private Specialised() {}

    /** A new object of the template whose static finals are the constants; they must be values, not questions. */
    static <T> T load(Class<?> template, Class<T> type, VectorSpecies<Float> species, Object... constants) {
        Object[] data = new Object[constants.length + 1];
        data[0] = species;
        System.arraycopy(constants, 0, data, 1, constants.length);
        Class<?> loaded =
                LOADED.computeIfAbsent(List.of(template, List.of(data)), key -> define(template, List.of(data)));
        try {
            return type.cast(loaded.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel template " + template.getName() + " can't be loaded", e);
        }
    }

    private static Class<?> define(Class<?> template, List<Object> constants) {
        String file = template.getName().substring(template.getPackageName().length() + 1) + ".class";
        try (InputStream in = template.getResourceAsStream(file)) {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(in.readAllBytes(), constants, true)
                    .lookupClass();
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel template " + file + " can't be read", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the kernel template " + file + " can't be loaded", e);
        }
    }

    /** The float species, which is always the first constant. */
    @SuppressWarnings("unchecked")
    static VectorSpecies<Float> species(MethodHandles.Lookup template) {
        return (VectorSpecies<Float>) constant(template, 0, VectorSpecies.class);
    }

    static <T> T constant(MethodHandles.Lookup template, int index, Class<T> type) {
        try {
            return type.cast(MethodHandles.classData(template, "_", List.class).get(index));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
