/**
 * Labelled samples for networks that classify: training and test samples, and generators of samples with documented formulas.
 *
 * {@snippet :
 * Samples moons = SyntheticSamples.moons(1000, 0.1, 7);
 * LearningProblem problem = LearningProblem.split(moons, 20, 7);
 * System.out.println(problem.train().count() + " training samples, " + problem.test().count() + " test samples");
 * }
 */
package org.guesscheck.core.data;
