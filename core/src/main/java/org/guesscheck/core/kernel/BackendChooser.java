package org.guesscheck.core.kernel;

/** Says which backend runs a question. */
@FunctionalInterface
public interface BackendChooser {
    /**
     * The backend that is to run a question.
     *
     * @param question what is asked
     * @param draws how many draws each thread of the run makes
     * @return a backend, the one that was asked for by name where there is one
     */
    Backend chosen(Question question, long draws);
}
