package org.guesscheck.core.problem;

import java.util.Optional;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** A problem in bytes, for other machines. Test measurements are written out, so that nothing is computed anew. */
public final class ProblemBytes {
    private ProblemBytes() {}

    /**
     * A short name of a problem.
     *
     * @param problem the problem
     * @return "sha256:" and 64 hexadecimal digits, of its bytes with a fingerprint in the place of each measurement matrix
     */
    public static String fingerprint(Problem problem) {
        PartOutput out = new PartOutput();
        write(problem, true, out);
        return out.fingerprint();
    }

    /**
     * Writes a problem.
     *
     * @param problem the problem
     * @param out gets the bytes
     */
    public static void write(Problem problem, PartOutput out) {
        write(problem, false, out);
    }

    /** Briefly, since all matrices of a large problem are more than an array can hold. */
    private static void write(Problem problem, boolean briefly, PartOutput out) {
        out.putCount(problem.rows()).putCount(problem.cols());
        write(problem.train(), briefly, out);
        write(problem.test(), briefly, out);
        Optional<double[]> truth = problem.groundTruth();
        out.putFlag(truth.isPresent());
        truth.ifPresent(out::putDoubles);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same problem
     * @throws IllegalArgumentException if the bytes are none of a problem
     */
    public static Problem read(PartInput in) {
        int rows = (int) in.nextCount();
        int cols = (int) in.nextCount();
        Measurements train = readMeasurements(in);
        Measurements test = readMeasurements(in);
        return Problem.of(rows, cols, train, test, in.nextFlag() ? in.nextDoubles() : null);
    }

    private static void write(Measurements measurements, boolean briefly, PartOutput out) {
        Optional<int[]> positions = measurements.positions();
        out.putFlag(positions.isPresent()).putCount(measurements.length());
        out.putDoubles(measurements.targets());
        for (int i = 0; i < measurements.count(); i++) {
            if (positions.isPresent()) {
                out.putCount(positions.get()[i]);
            } else if (briefly) {
                out.putText(new PartOutput().putDoubles(measurements.matrix(i)).fingerprint());
            } else {
                out.putDoubles(measurements.matrix(i));
            }
        }
    }

    private static Measurements readMeasurements(PartInput in) {
        boolean entries = in.nextFlag();
        int length = (int) in.nextCount();
        double[] targets = in.nextDoubles();
        if (entries) {
            int[] positions = new int[targets.length];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = (int) in.nextCount();
            }
            return Measurements.entries(length, positions, targets);
        }
        double[][] matrices = new double[targets.length][];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = in.nextDoubles();
        }
        return Measurements.of(matrices, targets);
    }
}
