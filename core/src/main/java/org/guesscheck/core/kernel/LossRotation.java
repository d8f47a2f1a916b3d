package org.guesscheck.core.kernel;

import java.util.stream.IntStream;
import org.guesscheck.core.problem.Measurements;

/** An orthogonal change of basis of the residuals that puts those with the largest mean square first. */
final class LossRotation {
    private static final int SWEEPS = 60;

    private LossRotation() {}

    /**
     * Rotates measurements and targets into the eigenvectors of the residuals' second moments, v A A^T + y y^T when the
     * entries of W are independent with variance v. The sum of squared residuals stays what it was.
     *
     * @param measurements the measurements
     * @param variance variance v of an entry under the prior; it matters to speed alone
     * @return as many rotated measurements, by falling second moment
     */
    static Measurements largestResidualsFirst(Measurements measurements, double variance) {
        int n = measurements.count();
        double[][] matrices = measurements.matrices();
        double[] targets = measurements.targets();
        double[][] moments = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = targets[i] * targets[j];
                for (int e = 0; e < matrices[i].length; e++) {
                    sum += variance * matrices[i][e] * matrices[j][e];
                }
                moments[i][j] = sum;
            }
        }
        double[][] vectors = eigenvectors(moments);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(moments[b][b], moments[a][a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] rotated = new double[n][matrices[0].length];
        double[] rotatedTargets = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double weight = vectors[j][order[i]];
                rotatedTargets[i] += weight * targets[j];
                for (int e = 0; e < matrices[j].length; e++) {
                    rotated[i][e] += weight * matrices[j][e];
                }
            }
        }
        return Measurements.of(rotated, rotatedTargets);
    }

    /** Jacobi's cyclic method (Golub and Van Loan, section 8.5): leaves the eigenvalues on the diagonal. */
    private static double[][] eigenvectors(double[][] a) {
        int n = a.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            double on = 0;
            for (int p = 0; p < n; p++) {
                on += a[p][p] * a[p][p];
                for (int q = p + 1; q < n; q++) {
                    off += a[p][q] * a[p][q];
                }
            }
            if (off <= 1e-30 * on) {
                break;
            }
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return v;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            double iq = a[i][q];
            a[i][p] = c * ip - s * iq;
            a[i][q] = s * ip + c * iq;
            double vp = v[i][p];
            double vq = v[i][q];
            v[i][p] = c * vp - s * vq;
            v[i][q] = s * vp + c * vq;
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            double qi = a[q][i];
            a[p][i] = c * pi - s * qi;
            a[q][i] = s * pi + c * qi;
        }
    }
}
