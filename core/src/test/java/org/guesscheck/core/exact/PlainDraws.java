package org.guesscheck.core.exact;

import java.util.List;
import java.util.random.RandomGenerator;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/** The definition in double precision: guess weights, multiply, check. */
final class PlainDraws {
    private PlainDraws() {}

    /** The product of a guess, row by row. */
    static double[] product(Problem problem, Network network, RandomGenerator random) {
        int rows = problem.rows();
        double[] product = null;
        int inner = rows;
        for (int j = 1; j <= network.depth(); j++) {
            int outer = j == network.depth() ? problem.cols() : network.width();
            double[] next = new double[rows * outer];
            for (int u = 0; u < inner; u++) {
                for (int c = 0; c < outer; c++) {
                    double weight = random.nextGaussian() / Math.sqrt(outer);
                    for (int r = 0; r < rows; r++) {
                        double before = product != null ? product[r * inner + u] : r == u ? 1 : 0;
                        next[r * outer + c] += before * weight;
                    }
                }
            }
            product = next;
            inner = outer;
        }
        if (network.normalized()) {
            double squares = 0;
            for (double entry : product) {
                squares += entry * entry;
            }
            for (int e = 0; e < product.length; e++) {
                product[e] /= Math.sqrt(squares) + network.softening();
            }
        }
        return product;
    }

    /** Probability and loss of what is accepted, as one mode. */
    static ExactAnswer answer(Problem problem, Network network, double eps, int draws, RandomGenerator random) {
        ModeSums sums = new ModeSums();
        for (int k = 0; k < draws; k++) {
            double[] product = product(problem, network, random);
            sums.add(problem.trainLoss(product) < eps ? 1 : 0, problem.generalizationLoss(product));
        }
        return new ExactAnswer(List.of(sums.mode(1)));
    }
}
