package org.guesscheck.core.data;

import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** A problem of classification in bytes, for other machines: training and test samples are written out. */
public final class LearningProblemBytes {
    private LearningProblemBytes() {}

    /**
     * A short name of a problem.
     *
     * @param problem the problem
     * @return "sha256:" and 64 hexadecimal digits, of its bytes
     */
    public static String fingerprint(LearningProblem problem) {
        PartOutput out = new PartOutput();
        write(problem, out);
        return out.fingerprint();
    }

    /**
     * Writes a problem.
     *
     * @param problem the problem
     * @param out gets the bytes
     * @throws PartException if they are more than an array can hold
     */
    public static void write(LearningProblem problem, PartOutput out) {
        write(problem.train(), out);
        write(problem.test(), out);
        out.putCount(problem.classes());
        out.putText(problem.fit().kind().name()).putDouble(problem.fit().bound());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same problem
     * @throws IllegalArgumentException if the bytes are none of a problem
     */
    public static LearningProblem read(PartInput in) {
        Samples train = readSamples(in);
        Samples test = readSamples(in);
        return LearningProblem.of(train, test, (int) in.nextCount()).fitting(readFit(in));
    }

    private static Fit readFit(PartInput in) {
        String kind = in.nextText();
        double bound = in.nextDouble();
        if (kind.equals(Fit.Kind.MARGIN.name())) {
            return Fit.margin(bound);
        }
        try {
            return Fit.loss(SampleLoss.valueOf(kind), bound);
        } catch (IllegalArgumentException e) {
            throw new PartException("a fit that this program does not know: " + e.getMessage());
        }
    }

    private static void write(Samples samples, PartOutput out) {
        out.putCount(samples.features()).putFloats(samples.values());
        out.putCount(samples.count());
        for (int i = 0; i < samples.count(); i++) {
            out.putCount(samples.label(i));
        }
    }

    private static Samples readSamples(PartInput in) {
        int features = (int) in.nextCount();
        float[] values = in.nextFloats();
        int[] labels = new int[in.nextCount(1)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) in.nextCount();
        }
        return Samples.owning(features, values, labels);
    }
}
