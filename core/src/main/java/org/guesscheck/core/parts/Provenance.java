package org.guesscheck.core.parts;

/**
 * How a part was computed: it changes nothing in the part.
 *
 * @param host the machine's name; empty where it was not said
 * @param backend the kernels that ran
 * @param threads how many threads ran
 * @param seconds wall-clock time, preparation included
 */
public record Provenance(String host, String backend, int threads, double seconds) {
    void write(PartOutput out) {
        out.putText(host).putText(backend).putCount(threads).putDouble(seconds);
    }

    static Provenance read(PartInput in) {
        return new Provenance(in.nextText(), in.nextText(), (int) in.nextCount(), in.nextDouble());
    }
}
