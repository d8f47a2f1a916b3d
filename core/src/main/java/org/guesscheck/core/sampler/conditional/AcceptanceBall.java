package org.guesscheck.core.sampler.conditional;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Integrates over the training residuals r that are accepted, the ball |r|^2 &lt; n eps, given the hidden features.
 *
 * <p>Given these, r is normal with mean -y and covariance S. Importance points come from the same law conditioned on r being
 * near 0, as if r had been measured to be 0 with an error of variance t: the law of that measurement is normal with covariance
 * C = S + t I, and a draw u of r with a draw e of the error gives the point t C^-1 (u + e) - e (Matheron's update: Journel and
 * Huijbregts, "Mining Geostatistics", 1978; Doucet 2010). The weight of a point in the ball,
 * N(y; 0, C) (2 pi t)^(n/2) exp(|r|^2 / 2t), is bounded and needs no inverse of S, so that features of any
 * rank, and more measurements than the rank, are exact too. For one thread.
 */
final class AcceptanceBall {
    /** Width of the proposal: the ball's squared radius in units of its variance, times 1/n; flat around its optimum. */
    private static final double SHRINK = 0.92;

    /**
     * The widest proposal over the residuals' own scale. In a ball beyond, nearly everything is accepted, and the difference of
     * two numbers of the proposal's size would keep no digit of the residuals.
     */
    private static final double WIDEST = 1e6;

    private final ProductGivenFeatures last;
    private final double radius;
    private final double widest;
    private final double largestTarget;
    private final double[] factor;
    private final double[] half;
    private final double[] prior;
    private final double[] solved;
    private final double[] pull;
    private final double[] residuals;
    private final double[] product;
    private double variance;
    private double deviation;
    private double logFit;

    AcceptanceBall(ProductGivenFeatures last, double eps) {
        this.last = last;
        radius = last.trainCount * eps;
        widest = SHRINK * eps;
        double largest = 0;
        for (double target : last.targets) {
            largest = Math.max(largest, target * target);
        }
        largestTarget = largest;
        factor = new double[last.trainCount * last.trainCount];
        half = new double[last.trainCount];
        prior = new double[last.entries];
        solved = new double[last.trainCount];
        pull = new double[last.entries];
        residuals = new double[last.trainCount];
        product = new double[last.entries];
    }

    /** Takes the hidden features that {@link ProductGivenFeatures#given} took. */
    void prepare() {
        int n = last.trainCount;
        double scale = largestTarget;
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, last.residualCovariance[i * n + i]);
        }
        variance = scale > 0 ? Math.min(widest, WIDEST * scale) : widest;
        deviation = Math.sqrt(variance);
        System.arraycopy(last.residualCovariance, 0, factor, 0, n * n);
        for (int i = 0; i < n; i++) {
            factor[i * n + i] += variance;
        }
        Cholesky.factorAbove(factor, n, variance);
        double logDeterminant = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            // Every ratio is 1 or more, so the product can only grow.
            product *= factor[i * n + i] * factor[i * n + i] / variance;
            if (product > 1e200) {
                logDeterminant += StrictMath.log(product);
                product = 1;
            }
            half[i] = last.targets[i];
        }
        logDeterminant += StrictMath.log(product);
        Cholesky.forward(factor, n, half, 0, n);
        logFit = -0.5 * (Cholesky.dot(half, 0, half, 0, n) + logDeterminant);
    }

    /** The logarithm of the largest weight that a point can have. */
    double logLargestWeight() {
        return radius / (2 * variance);
    }

    /** How many normal numbers a point takes. */
    static int normals(ProductGivenFeatures last) {
        return last.entries + last.trainCount;
    }

    /**
     * Makes a point of a lane from normal vectors, the first of which has a number.
     *
     * @return the logarithm of the point's weight; negative infinity outside the ball
     */
    double point(float[] normals, int first, int lane) {
        int n = last.trainCount;
        int at = Stages.BASE + first * Question.LANES + lane;
        priorProduct(normals, at);
        int errors = at + last.entries * Question.LANES;
        for (int i = 0; i < n; i++) {
            double error = deviation * normals[errors + i * Question.LANES];
            residuals[i] = -error;
            solved[i] = Cholesky.dot(last.train, i * last.entries, prior, 0, last.entries) - last.targets[i] + error;
        }
        Cholesky.forward(factor, n, solved, 0, n);
        Cholesky.backward(factor, n, solved);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            residuals[i] = Math.fma(variance, solved[i], residuals[i]);
            squares = Math.fma(residuals[i], residuals[i], squares);
        }
        return squares < radius ? logFit + squares / (2 * variance) : Double.NEGATIVE_INFINITY;
    }

    /** A product from its law given the features alone: the factor of K times normal columns. */
    private void priorProduct(float[] normals, int at) {
        for (int r = 0; r < last.rows; r++) {
            for (int c = 0; c < last.cols; c++) {
                double sum = 0;
                for (int s = 0; s <= r; s++) {
                    double z = normals[at + (s * last.cols + c) * Question.LANES];
                    sum = Math.fma(last.covarianceFactor[r * last.rows + s], z, sum);
                }
                prior[r * last.cols + c] = sum;
            }
        }
    }

    /** Mean generalization loss given the features and the residuals of the last point. */
    double lossGivenResiduals() {
        return last.lossGiven(residuals);
    }

    /** The generalization loss of a product drawn with the last point's residuals. */
    double loss() {
        java.util.Arrays.fill(pull, 0);
        for (int i = 0; i < last.trainCount; i++) {
            for (int e = 0; e < last.entries; e++) {
                pull[e] = Math.fma(solved[i], last.train[i * last.entries + e], pull[e]);
            }
        }
        for (int r = 0; r < last.rows; r++) {
            for (int c = 0; c < last.cols; c++) {
                double sum = prior[r * last.cols + c];
                for (int s = 0; s < last.rows; s++) {
                    sum = Math.fma(-last.covariance[r * last.rows + s], pull[s * last.cols + c], sum);
                }
                product[r * last.cols + c] = sum;
            }
        }
        return last.loss(product);
    }

    /** The product of the last {@link #loss}, row by row, until the next one. */
    double[] product() {
        return product;
    }
}
