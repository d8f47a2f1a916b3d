package org.guesscheck.core.sampler;

import java.util.List;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/** The network's definition in double precision with the library's tanh: what the kernels are checked against. */
final class ForwardInDoubles {
    private ForwardInDoubles() {}

    static double[] product(Problem problem, Network network, List<float[]> factors) {
        int rows = problem.rows();
        int inner = rows;
        double[] y = new double[rows * rows];
        for (int r = 0; r < rows; r++) {
            y[r * rows + r] = 1;
        }
        for (int j = 0; j < factors.size(); j++) {
            boolean last = j == factors.size() - 1;
            int outer = last ? problem.cols() : network.width();
            double[] next = new double[rows * outer];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < outer; c++) {
                    double sum = 0;
                    for (int u = 0; u < inner; u++) {
                        sum += y[r * inner + u] * factors.get(j)[u * outer + c];
                    }
                    sum /= Math.sqrt(outer);
                    next[r * outer + c] = last ? sum : activated(sum, network);
                }
            }
            y = next;
            inner = outer;
        }
        if (network.normalized()) {
            double norm = 0;
            for (double value : y) {
                norm += value * value;
            }
            for (int e = 0; e < y.length; e++) {
                y[e] /= Math.sqrt(norm) + network.softening();
            }
        }
        return y;
    }

    static double activated(double x, Network network) {
        return switch (network.activation().kind()) {
            case LINEAR -> x;
            case TANH -> Math.tanh(x);
            case LEAKY_RELU -> x > 0 ? x : network.activation().negativeSlope() * x;
        };
    }
}
