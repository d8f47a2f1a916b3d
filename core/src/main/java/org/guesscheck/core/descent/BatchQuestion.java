package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.ProblemBytes;

/** A batch of runs in bytes: the problems, each once, and the runs, each with the number of its problem. */
final class BatchQuestion {
    private BatchQuestion() {}

    static byte[] write(List<GradientDescent> runs) {
        Map<Problem, Integer> numbers = new IdentityHashMap<>();
        List<Problem> problems = new ArrayList<>();
        PartOutput recipes = new PartOutput();
        for (GradientDescent run : runs) {
            int number = numbers.computeIfAbsent(run.problem(), problem -> {
                problems.add(problem);
                return problems.size() - 1;
            });
            run.writeRecipe(recipes.putCount(number));
        }
        PartOutput out = QuestionBytes.begin(DescentBatch.NAME);
        out.putCount(problems.size());
        problems.forEach(problem -> ProblemBytes.write(problem, out));
        return out.putCount(runs.size()).putBytes(recipes.bytes()).bytes();
    }

    static List<GradientDescent> read(byte[] question) {
        PartInput in = new PartInput(question);
        String method = QuestionBytes.method(in);
        if (!method.equals(DescentBatch.NAME)) {
            throw new PartException("a question for method " + method + ", which is no batch of gradient descents");
        }
        List<Problem> problems = new ArrayList<>();
        for (long more = in.nextCount(); more > 0; more--) {
            problems.add(ProblemBytes.read(in));
        }
        long count = in.nextCount();
        PartInput recipes = new PartInput(in.nextBytes());
        List<GradientDescent> runs = new ArrayList<>();
        while (runs.size() < count) {
            long number = recipes.nextCount();
            if (number >= problems.size()) {
                throw new PartException("damaged: a run has a problem that is not there");
            }
            runs.add(GradientDescent.readRecipe(problems.get((int) number), recipes));
        }
        return runs;
    }
}
