package org.guesscheck.spark;

import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.core.sampler.Sampler;

/** Computes a part of a question in bytes. */
final class PartWork {
    private PartWork() {}

    /**
     * How it is computed.
     *
     * @param threads on how many threads
     * @param backend by name, or auto
     * @param host name of the machine
     */
    record How(int threads, String backend, String host) {}

    /**
     * Computes pieces.
     *
     * @param fingerprint of the question, as the driver's version of the program knows it
     * @return the part, or a refusal where another attempt would fail as well
     */
    static Answer compute(byte[] question, String fingerprint, How how, long first, long end) {
        try {
            Division<?> division = Prepared.take(question, () -> division(question, how));
            if (!division.identity().fingerprint().equals(fingerprint)) {
                return otherVersion(how, "it draws other numbers");
            }
            byte[] part = division.compute(Span.of(first, end)).from(how.host()).bytes();
            Prepared.giveBack(question, division);
            return Answer.of(part);
        } catch (IllegalArgumentException e) {
            return Answer.refusedQuestion(how.host() + ": " + e.getMessage());
        } catch (UnsupportedOperationException e) {
            return Answer.refused(how.host() + ": " + e.getMessage());
        } catch (LinkageError e) {
            return otherVersion(how, e.toString());
        } catch (OutOfMemoryError e) {
            return Answer.refusedQuestion(how.host() + ": not enough memory for a task: its executor has a heap of "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB; spark.executor.memory gives it more");
        }
    }

    private static Answer otherVersion(How how, String sign) {
        return Answer.refused(how.host() + ": its executor has another version of guesscheck on its class path (" + sign
                + "), to be removed from spark.executor.extraClassPath and Spark's folder of jars");
    }

    private static Division<?> division(byte[] question, How how) {
        String method = QuestionBytes.method(new PartInput(question));
        if (LearningSampler.METHODS.contains(method)) {
            return LearningSampler.division(question, how.threads(), how.backend());
        }
        return switch (method) {
            case DescentEnsemble.NAME ->
                DescentEnsemble.read(question)
                        .threads(how.threads())
                        .backend(how.backend())
                        .divided();
            case DescentBatch.NAME ->
                DescentBatch.read(question)
                        .threads(how.threads())
                        .backend(how.backend())
                        .divided();
            case LearningDescent.NAME ->
                LearningDescent.read(question)
                        .threads(how.threads())
                        .backend(how.backend())
                        .divided();
            default ->
                Sampler.read(question)
                        .threads(how.threads())
                        .backend(how.backend())
                        .divided();
        };
    }
}
