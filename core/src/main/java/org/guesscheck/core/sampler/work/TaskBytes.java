package org.guesscheck.core.sampler.work;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/** A task in bytes, for other machines, and by the names of its settings. Test measurements are written out, so that nothing is computed anew. */
public final class TaskBytes {
    private TaskBytes() {}

    /**
     * Begins a question: the version of its format, the method and the task. The method's own settings follow.
     *
     * @param method the method's name
     * @param task what is sampled
     * @return the bytes, to which more can be added
     */
    public static PartOutput begin(String method, SamplingTask task) {
        PartOutput out = new PartOutput().putShort(Part.VERSION).putText(method);
        write(task.problem(), out);
        write(task.network(), out);
        task.goal().write(out);
        return out;
    }

    /**
     * Reads the version and the method of a question.
     *
     * @param in at its beginning
     * @return the method's name
     * @throws PartException if the version is another
     */
    public static String method(PartInput in) {
        int version = in.nextShort();
        if (version != Part.VERSION) {
            throw new PartException(
                    "a question in version " + version + " of the format; this program reads version " + Part.VERSION);
        }
        return in.nextText();
    }

    /**
     * Reads a task, after the method.
     *
     * @param in at its beginning
     * @return the same task
     * @throws PartException if a name is not known
     */
    public static SamplingTask read(PartInput in) {
        Problem problem = readProblem(in);
        Network network = readNetwork(in);
        SamplingGoal goal = SamplingGoal.read(in);
        return new SamplingTask(problem, network, goal.thresholds(), goal.draws(), goal.relativeError(), goal.seed());
    }

    /**
     * The settings of a task on which its result depends.
     *
     * @param method the name of the method
     * @param task what is sampled
     * @return values by name, the method first; the problem by its SHA-256
     */
    public static Map<String, String> settings(String method, SamplingTask task) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Identity.METHOD, method);
        settings.put("seed", Long.toString(task.seed()));
        settings.put("eps", Arrays.toString(task.thresholds().asked()));
        settings.put("draws", Long.toString(task.draws()));
        settings.put("relative error", task.wantsError() ? Double.toString(task.relativeError()) : "none");
        settings(task.network(), settings);
        settings.put("problem", fingerprint(task.problem()));
        return settings;
    }

    private static void settings(Network network, Map<String, String> settings) {
        settings.put("width", Integer.toString(network.width()));
        settings.put("depth", Integer.toString(network.depth()));
        settings.put("activation", network.activation().kind().name());
        settings.put("negative slope", Float.toString(network.activation().negativeSlope()));
        settings.put("prior", network.prior().name());
        settings.put("normalized", network.normalized() ? Float.toString(network.softening()) : "no");
    }

    private static String fingerprint(Problem problem) {
        PartOutput out = new PartOutput();
        write(problem, out);
        return out.fingerprint();
    }

    private static void write(Problem problem, PartOutput out) {
        out.putCount(problem.rows()).putCount(problem.cols());
        write(problem.train(), out);
        write(problem.test(), out);
        Optional<double[]> truth = problem.groundTruth();
        out.putFlag(truth.isPresent());
        truth.ifPresent(out::putDoubles);
    }

    private static Problem readProblem(PartInput in) {
        int rows = (int) in.nextCount();
        int cols = (int) in.nextCount();
        Measurements train = readMeasurements(in);
        Measurements test = readMeasurements(in);
        return Problem.of(rows, cols, train, test, in.nextFlag() ? in.nextDoubles() : null);
    }

    private static void write(Measurements measurements, PartOutput out) {
        Optional<int[]> positions = measurements.positions();
        out.putFlag(positions.isPresent()).putCount(measurements.length());
        out.putDoubles(measurements.targets());
        for (int i = 0; i < measurements.count(); i++) {
            if (positions.isPresent()) {
                out.putCount(positions.get()[i]);
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

    private static void write(Network network, PartOutput out) {
        out.putCount(network.width()).putCount(network.depth());
        out.putText(network.activation().kind().name())
                .putFloat(network.activation().negativeSlope());
        out.putText(network.prior().name()).putFlag(network.normalized()).putFloat(network.softening());
    }

    private static Network readNetwork(PartInput in) {
        int width = (int) in.nextCount();
        int depth = (int) in.nextCount();
        try {
            Activation activation = new Activation(Activation.Kind.valueOf(in.nextText()), in.nextFloat());
            return new Network(width, depth, activation, Prior.valueOf(in.nextText()), in.nextFlag(), in.nextFloat());
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException("a network that this program does not know: " + e.getMessage());
        }
    }
}
