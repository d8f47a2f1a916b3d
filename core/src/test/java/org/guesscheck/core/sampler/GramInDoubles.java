package org.guesscheck.core.sampler;

import java.util.List;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/** The product of a reduced draw's factors in double precision: what the kernels are checked against. */
final class GramInDoubles {
    private GramInDoubles() {}

    static double[] product(Problem problem, Network network, List<float[]> factors) {
        int rows = problem.rows();
        double[][] lower = new double[rows][rows];
        for (int r = 0; r < rows; r++) {
            lower[r][r] = 1;
        }
        double[][] y = lower;
        for (int j = 0; j < factors.size(); j++) {
            boolean last = j == factors.size() - 1;
            int columns = last ? problem.cols() : network.width();
            y = new double[rows][columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double sum = 0;
                    for (int s = 0; s <= r; s++) {
                        sum += lower[r][s] * factors.get(j)[s * columns + c];
                    }
                    sum /= Math.sqrt(columns);
                    y[r][c] = last ? sum : ForwardInDoubles.activated(sum, network);
                }
            }
            lower = cholesky(y);
        }
        double[] product = new double[rows * problem.cols()];
        double norm = 0;
        for (int e = 0; e < product.length; e++) {
            product[e] = y[e / problem.cols()][e % problem.cols()];
            norm += product[e] * product[e];
        }
        for (int e = 0; e < product.length && network.normalized(); e++) {
            product[e] /= Math.sqrt(norm) + network.softening();
        }
        return product;
    }

    private static double[][] cholesky(double[][] y) {
        double[][] lower = new double[y.length][y.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = 0;
                for (int u = 0; u < y[i].length; u++) {
                    rest += y[i][u] * y[j][u];
                }
                for (int s = 0; s < j; s++) {
                    rest -= lower[i][s] * lower[j][s];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(0, rest)) : lower[j][j] == 0 ? 0 : rest / lower[j][j];
            }
        }
        return lower;
    }
}
