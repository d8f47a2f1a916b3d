package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.LearningProblemBytes;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.PerceptronBytes;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.QuestionBytes;

/** A learning curve's question in bytes, for other machines, and by the names of its settings. */
public final class LearningTaskBytes {
    private LearningTaskBytes() {}

    /** Begins a question: the version of its format, the method and the task. The method's own settings follow. */
    static PartOutput begin(String method, LearningTask task) {
        PartOutput out = QuestionBytes.begin(method);
        LearningProblemBytes.write(task.problem(), out);
        PerceptronBytes.write(task.network(), out);
        out.putCount(task.tested().size());
        task.tested().forEach(out::putCount);
        return out.putLong(task.seed()).putCount(task.kept());
    }

    /**
     * Reads a task, after the method.
     *
     * @param in at its beginning
     * @return the same task
     * @throws IllegalArgumentException if the bytes are none of a task
     */
    public static LearningTask read(PartInput in) {
        LearningProblem problem = LearningProblemBytes.read(in);
        Perceptron network = PerceptronBytes.read(in);
        List<Integer> tested = new ArrayList<>();
        for (int more = in.nextCount(1); more > 0; more--) {
            tested.add((int) in.nextCount());
        }
        return new LearningTask(problem, network, tested, in.nextLong(), (int) in.nextCount());
    }

    /**
     * The settings of a task on which its result depends.
     *
     * @param method the name of the method
     * @param task which curve
     * @return values by name, the method first; the problem by its SHA-256
     */
    public static Map<String, String> settings(String method, LearningTask task) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Identity.METHOD, method);
        settings.put("seed", Long.toString(task.seed()));
        settings.put("tested at", task.tested().toString());
        settings.put("kept networks", Integer.toString(task.kept()));
        settings.putAll(PerceptronBytes.settings(task.network()));
        settings.put("problem", LearningProblemBytes.fingerprint(task.problem()));
        return settings;
    }
}
