package org.guesscheck.core.kernel.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.StagedKernel;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Prior;

/**
 * The backend of hand-vectorized kernels.
 *
 * <p>The classes with the kernels are templates: each is loaded as a hidden class once per question, with vector shape and
 * problem shape as class data. So species and loop bounds are constants to the compiler, one source serves every width, and
 * a badly compiled kernel can be had again by loading it again.
 */
public final class VectorBackend implements Backend {
    private final int bits;

    /**
     * Makes the backend for a vector width.
     *
     * @param bits 128, 256 or 512
     * @throws IllegalArgumentException if the width is another
     */
    public VectorBackend(int bits) {
        if (bits != 128 && bits != 256 && bits != 512) {
            throw new IllegalArgumentException("vector width: " + bits + " bits; 128, 256 or 512 is allowed");
        }
        this.bits = bits;
    }

    /**
     * The widest vectors that this JVM prefers, at most 512 bits.
     *
     * @return 64 or more
     */
    public static int preferredBits() {
        return Math.min(512, FloatVector.SPECIES_PREFERRED.vectorBitSize());
    }

    @Override
    public String name() {
        return "vector-" + bits;
    }

    @Override
    public ChunkKernel kernel(Question question) {
        return new StagedKernel(question, stages(question));
    }

    @Override
    public Stages stages(Question question) {
        VectorSpecies<Float> species = VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
        Draws draws = question.network().prior() == Prior.UNIFORM
                ? specialise(VectorUniforms.class, Draws.class, List.of(species))
                : specialise(VectorNormals.class, Draws.class, List.of(species));
        return specialise(VectorStages.class, Stages.class, List.of(species, question, draws));
    }

    /** Loads a template again as a class of its own, whose static finals are the given constants. */
    private static <T> T specialise(Class<?> template, Class<T> type, List<Object> constants) {
        String file = template.getName().substring(template.getPackageName().length() + 1) + ".class";
        try (InputStream in = template.getResourceAsStream(file)) {
            MethodHandles.Lookup hidden =
                    MethodHandles.lookup().defineHiddenClassWithClassData(in.readAllBytes(), constants, true);
            return type.cast(hidden.lookupClass().getDeclaredConstructor().newInstance());
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel template " + file + " can't be read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel template " + file + " can't be loaded", e);
        }
    }
}
