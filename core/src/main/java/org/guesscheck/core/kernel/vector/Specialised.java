package org.guesscheck.core.kernel.vector;

import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.VectorSpecies;

/** What a template reads of its class data while it is initialised. */
final class Specialised {
    private Specialised() {}

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
