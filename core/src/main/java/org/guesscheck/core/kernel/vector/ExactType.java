package org.guesscheck.core.kernel.vector;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The class of a species' vectors, by which a kernel tells the compiler what its loops carry.
 *
 * <p>A vector that a loop carries from pass to pass is of no known class while C2 parses the loop, so that a call of its methods is
 * virtual, and the class of their results unknown in turn. C2 then goes by the classes that profiles of the JDK's own methods have
 * seen, which are two at most. In a JVM that has run two other widths, the loop would be left with calls and objects, which was
 * measured to be two hundred times slower. A cast by a constant class costs nothing measurable and needs no profile. Sums need none, if the
 * new term's method takes the carried sum as its argument.
 */
final class ExactType {
    private ExactType() {}

    /** The class of a species' vectors, as a subclass of the public one. */
    static <T extends Vector<?>> Class<? extends T> of(VectorSpecies<?> species, Class<T> type) {
        return species.vectorType().asSubclass(type);
    }
}
