package org.guesscheck.core.sampler.work;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.NetworkBytes;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.ProblemBytes;

/** A task in bytes, for other machines, and by the names of its settings. */
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
        PartOutput out = QuestionBytes.begin(method);
        ProblemBytes.write(task.problem(), out);
        NetworkBytes.write(task.network(), out);
        task.goal().write(out);
        return out;
    }

    /**
     * Reads a task, after the method.
     *
     * @param in at its beginning
     * @return the same task
     * @throws PartException if a name is not known
     */
    public static SamplingTask read(PartInput in) {
        Problem problem = ProblemBytes.read(in);
        Network network = NetworkBytes.read(in);
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
        settings.putAll(NetworkBytes.settings(task.network()));
        settings.put("problem", ProblemBytes.fingerprint(task.problem()));
        return settings;
    }
}
