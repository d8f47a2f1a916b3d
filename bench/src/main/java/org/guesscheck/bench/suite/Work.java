package org.guesscheck.bench.suite;

/**
 * The work whose rate is measured.
 *
 * @param unit the unit that is counted, such as draws
 * @param flops floating-point operations of one unit; 0 if the work is not counted in them
 * @param bytes bytes that one unit reads and writes in memory, as {@link Traffic} counts them; 0 if all is in registers, NaN if they
 *     are not counted
 * @param workingSet bytes of the memory that the work goes through again and again; NaN if they are not counted
 * @param threads number of threads
 */
public record Work(String unit, double flops, double bytes, double workingSet, int threads) {
    /** Work of one thread whose bytes are not counted. */
    static Work of(String unit, double flops) {
        return new Work(unit, flops, Double.NaN, Double.NaN, 1);
    }

    Work moving(Traffic traffic) {
        return new Work(unit, flops, traffic.bytes(), traffic.workingSet(), threads);
    }

    Work on(int count) {
        return new Work(unit, flops, bytes, workingSet, count);
    }

    /** Floating-point operations for each byte that is read or written; infinite if all is in registers, NaN if it is not known. */
    public double intensity() {
        return flops == 0 ? Double.NaN : flops / bytes;
    }
}
