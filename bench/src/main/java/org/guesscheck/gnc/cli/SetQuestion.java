package org.guesscheck.gnc.cli;

import java.util.Optional;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.sampler.LearningSampler;

/**
 * What is asked of one training set.
 *
 * @param problem the set and its test samples
 * @param sampler by guess and check
 * @param descent by gradient descent; empty where it is not asked for
 */
record SetQuestion(LearningProblem problem, LearningSampler<?> sampler, Optional<LearningDescent> descent) {}
