package org.guesscheck.core.sampler.conditional;

import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/**
 * What is known once the hidden features are drawn: the columns of the product W are independent and normal with
 * covariance K, so the residuals of training and test measurements are jointly normal. Factors their covariance. For one
 * thread.
 */
final class ProductGivenFeatures {
    final int rows;
    final int cols;
    final int entries;
    final int trainCount;
    final int testCount;
    final double[] train;
    final double[] targets;
    final double[] covariance;
    final double[] covarianceFactor;

    /** Covariance of the training residuals, whose mean is minus the targets. */
    final double[] residualCovariance;

    private final double[] test;
    private final double[] testTargets;
    private final double[] testMoments;
    private final double[] spread;
    private final double[] residualFactor;
    private final double[] regression;
    private final double[] standardized;
    private double unexplained;
    private double priorLoss;

    ProductGivenFeatures(Problem problem) {
        rows = problem.rows();
        cols = problem.cols();
        entries = rows * cols;
        trainCount = problem.train().count();
        testCount = problem.test().count();
        train = flat(problem.train(), entries);
        targets = problem.train().targets();
        test = flat(problem.test(), entries);
        testTargets = problem.test().targets();
        testMoments = moments();
        covariance = new double[rows * rows];
        covarianceFactor = new double[rows * rows];
        spread = new double[trainCount * entries];
        residualCovariance = new double[trainCount * trainCount];
        residualFactor = new double[trainCount * trainCount];
        regression = new double[testCount * trainCount];
        standardized = new double[trainCount];
    }

    private static double[] flat(Measurements measurements, int entries) {
        double[] flat = new double[measurements.count() * entries];
        for (int i = 0; i < measurements.count(); i++) {
            System.arraycopy(measurements.matrix(i), 0, flat, i * entries, entries);
        }
        return flat;
    }

    /** Sum of T T^T over the test measurements, so that the sum of their variances is an inner product with K. */
    private double[] moments() {
        double[] sums = new double[rows * rows];
        for (int b = 0; b < testCount; b++) {
            for (int r = 0; r < rows; r++) {
                for (int s = 0; s < rows; s++) {
                    int at = b * entries;
                    sums[r * rows + s] += Cholesky.dot(test, at + r * cols, test, at + s * cols, cols);
                }
            }
        }
        return sums;
    }

    /** Takes the covariance of the product's columns from where a lane's lies. */
    void given(double[] covariances, int at) {
        System.arraycopy(covariances, at, covariance, 0, rows * rows);
        System.arraycopy(covariance, 0, covarianceFactor, 0, rows * rows);
        Cholesky.factor(covarianceFactor, rows);
        spreadMeasurements();
        for (int i = 0; i < trainCount; i++) {
            for (int j = 0; j <= i; j++) {
                double value = Cholesky.dot(train, i * entries, spread, j * entries, entries);
                residualCovariance[i * trainCount + j] = value;
                residualFactor[i * trainCount + j] = value;
            }
        }
        Cholesky.factor(residualFactor, trainCount);
        double variance = Cholesky.dot(testMoments, 0, covariance, 0, rows * rows);
        double squares = Cholesky.dot(testTargets, 0, testTargets, 0, testCount);
        priorLoss = (variance + squares) / testCount;
        for (int b = 0; b < testCount; b++) {
            for (int j = 0; j < trainCount; j++) {
                regression[b * trainCount + j] = Cholesky.dot(test, b * entries, spread, j * entries, entries);
            }
            Cholesky.forward(residualFactor, trainCount, regression, b * trainCount, trainCount);
        }
        double explained = Cholesky.dot(regression, 0, regression, 0, regression.length);
        unexplained = Math.max(0, variance - explained);
    }

    /** K A_j for every training measurement. */
    private void spreadMeasurements() {
        java.util.Arrays.fill(spread, 0);
        for (int j = 0; j < trainCount; j++) {
            for (int r = 0; r < rows; r++) {
                int to = j * entries + r * cols;
                for (int s = 0; s < rows; s++) {
                    double k = covariance[r * rows + s];
                    int from = j * entries + s * cols;
                    for (int c = 0; c < cols; c++) {
                        spread[to + c] = Math.fma(k, train[from + c], spread[to + c]);
                    }
                }
            }
        }
    }

    /** Mean generalization loss given the hidden features alone. */
    double priorLoss() {
        return priorLoss;
    }

    /** Mean generalization loss given the hidden features and the training residuals: regression, then what it leaves open. */
    double lossGiven(double[] residuals) {
        for (int i = 0; i < trainCount; i++) {
            standardized[i] = residuals[i] + targets[i];
        }
        Cholesky.forward(residualFactor, trainCount, standardized, 0, trainCount);
        double sum = unexplained;
        for (int b = 0; b < testCount; b++) {
            double mean = Cholesky.dot(regression, b * trainCount, standardized, 0, trainCount) - testTargets[b];
            sum = Math.fma(mean, mean, sum);
        }
        return sum / testCount;
    }

    /** Generalization loss of a product. */
    double loss(double[] product) {
        double sum = 0;
        for (int b = 0; b < testCount; b++) {
            double residual = Cholesky.dot(test, b * entries, product, 0, entries) - testTargets[b];
            sum = Math.fma(residual, residual, sum);
        }
        return sum / testCount;
    }
}
