package org.guesscheck.core.exact;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.guesscheck.core.problem.Problem;

/** A completion problem of which all entries but one are observed, turned so that it has no more rows than columns. */
final class OneUnseenEntry {
    private final DMatrixRMaj matrix;
    private final SingularValueDecomposition_F64<DMatrixRMaj> decomposition;
    private final int[] observed;
    private final int unseen;
    private final double[] targets;
    private final double truth;

    /**
     * Takes a completion problem.
     *
     * @throws IllegalArgumentException if not all entries but one are observed
     */
    OneUnseenEntry(Problem problem) {
        if (problem.test().count() != 1 || problem.train().count() != problem.rows() * problem.cols() - 1) {
            throw new IllegalArgumentException("problem: all entries but one must be observed");
        }
        int rows = Math.min(problem.rows(), problem.cols());
        int cols = Math.max(problem.rows(), problem.cols());
        matrix = new DMatrixRMaj(rows, cols);
        decomposition = DecompositionFactory_DDRM.svd(rows, cols, false, false, false);
        observed = problem.train().positions().orElseThrow();
        int[] test = problem.test().positions().orElseThrow();
        if (problem.rows() > problem.cols()) {
            transpose(observed, rows, cols);
            transpose(test, rows, cols);
        }
        unseen = test[0];
        targets = problem.train().targets();
        truth = problem.test().targets()[0];
    }

    private static void transpose(int[] positions, int rows, int cols) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = positions[i] % rows * cols + positions[i] / rows;
        }
    }

    int rows() {
        return matrix.numRows;
    }

    int cols() {
        return matrix.numCols;
    }

    double[] targets() {
        return targets;
    }

    double generalizationLoss(double entry) {
        return (entry - truth) * (entry - truth);
    }

    /** Singular values, the smallest first, of the matrix with given entries; 0 counts as the smallest normal number. */
    double[] singularValues(double[] seen, double entry) {
        fill(seen, entry);
        decomposition.decompose(matrix);
        double[] values = decomposition.getSingularValues().clone();
        Arrays.sort(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], Double.MIN_NORMAL);
        }
        return values;
    }

    /** The determinant of the matrix with given entries; 0 where it is not square. */
    double determinant(double[] seen, double entry) {
        if (matrix.numRows != matrix.numCols) {
            return 0;
        }
        fill(seen, entry);
        return CommonOps_DDRM.det(matrix);
    }

    /**
     * The direction of the observed entries in which the smallest singular value changes fastest, and the determinant with it.
     *
     * @param onSphere whether the unseen entry follows the others so that the norm stays
     * @return a unit vector
     */
    double[] steepest(double[] seen, double entry, boolean onSphere) {
        fill(seen, entry);
        SingularValueDecomposition_F64<DMatrixRMaj> whole =
                DecompositionFactory_DDRM.svd(rows(), cols(), true, true, true);
        whole.decompose(matrix.copy());
        double[] values = whole.getSingularValues();
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        DMatrixRMaj left = whole.getU(null, false);
        DMatrixRMaj right = whole.getV(null, false);
        double follows = onSphere && entry != 0
                ? left.get(unseen / cols(), least) * right.get(unseen % cols(), least) / entry
                : 0;
        double[] direction = new double[observed.length];
        double squares = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] =
                    left.get(observed[i] / cols(), least) * right.get(observed[i] % cols(), least) - follows * seen[i];
            squares += direction[i] * direction[i];
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= Math.sqrt(squares);
        }
        return direction;
    }

    private void fill(double[] seen, double entry) {
        for (int i = 0; i < observed.length; i++) {
            matrix.data[observed[i]] = seen[i];
        }
        matrix.data[unseen] = entry;
    }
}
