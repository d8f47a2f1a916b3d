package org.guesscheck.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An orthogonal matrix Q as a product of Householder reflections, made from vectors. The first {@link #rank} columns of Q span the
 * same space as the vectors. The other columns span its orthogonal complement (QR factorization in blocks: Golub and Van Loan,
 * "Matrix Computations", section 5.2).
 */
public final class Reflections {
    /** Reflections in a block. */
    private static final int BLOCK = 32;

    /** A vector that is not longer than this counts as zero, because the squares of its components lose digits by underflow. */
    private static final double SHORTEST = 1e-145;

    private final int dimension;
    private final Runnable checkpoint;
    private final List<ReflectionBlock> blocks = new ArrayList<>();
    private int rank;

    private Reflections(int dimension, Runnable checkpoint) {
        this.dimension = dimension;
        this.checkpoint = checkpoint;
    }

    /**
     * Factors vectors, which may be linearly dependent.
     *
     * @param vectors at least one, all with the same number of components; a vector of norm 1e-145 or less counts as zero
     * @param dependent a vector counts as a combination of the vectors before it if the norm of its part outside of their span
     *     is at most this share of its own norm
     * @param checkpoint asked every few milliseconds; ends the work by throwing
     * @return Q, with one reflection for each dimension of the span
     */
    public static Reflections of(double[][] vectors, double dependent, Runnable checkpoint) {
        Reflections all = new Reflections(vectors[0].length, checkpoint);
        double[][] columns = RowProducts.transposed(vectors);
        for (int first = 0; first < vectors.length && all.rank < all.dimension; first += BLOCK) {
            int end = Math.min(vectors.length, first + BLOCK);
            double[] lengths = new double[end - first];
            for (int j = first; j < end; j++) {
                lengths[j - first] = Math.sqrt(RowProducts.dot(vectors[j], vectors[j], 0));
            }
            ReflectionBlock block = all.factor(columns, first, lengths, dependent);
            if (block.vectors().length > 0) {
                all.blocks.add(block);
                all.rank += block.vectors().length;
                block.apply(columns, end, vectors.length, true, checkpoint);
            }
        }
        return all;
    }

    /** The reflections of one block of vectors, to which the reflections of all blocks before were applied. */
    private ReflectionBlock factor(double[][] columns, int first, double[] lengths, double dependent) {
        double[][] vectors = new double[lengths.length][];
        double[] tau = new double[lengths.length];
        int count = 0;
        for (int j = 0; j < lengths.length && rank + count < dimension; j++) {
            checkpoint.run();
            double[] v = new double[dimension - rank];
            for (int i = 0; i < v.length; i++) {
                v[i] = columns[rank + i][first + j];
            }
            for (int k = 0; k < count; k++) {
                RowProducts.add(v, -tau[k] * RowProducts.dot(vectors[k], v, k), vectors[k], k);
            }
            double left = Math.sqrt(RowProducts.dot(v, v, count));
            if (left > Math.max(SHORTEST, dependent * lengths[j])) {
                // With this sign, end - v[count] adds two numbers of one sign and loses no digits.
                double end = -Math.copySign(left, v[count]);
                tau[count] = (end - v[count]) / end;
                double scale = v[count] - end;
                Arrays.fill(v, 0, count, 0);
                v[count] = 1;
                for (int i = count + 1; i < v.length; i++) {
                    v[i] /= scale;
                }
                vectors[count++] = v;
            }
        }
        return ReflectionBlock.of(rank, Arrays.copyOf(vectors, count), Arrays.copyOf(tau, count));
    }

    /**
     * How many dimensions the vectors span.
     *
     * @return at most the vectors' count and their length
     */
    public int rank() {
        return rank;
    }

    /**
     * An orthonormal basis of the orthogonal complement of the vectors' span.
     *
     * @return the last dimension - rank columns of Q, as rows
     */
    public double[][] complement() {
        double[][] basis = new double[dimension - rank][dimension];
        for (int first = 0; first < basis.length; first += RowProducts.TILE) {
            int count = Math.min(basis.length - first, RowProducts.TILE);
            double[][] columns = new double[dimension][count];
            for (int j = 0; j < count; j++) {
                columns[rank + first + j][j] = 1;
            }
            for (ReflectionBlock block : blocks.reversed()) {
                block.apply(columns, 0, count, false, checkpoint);
            }
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < count; j++) {
                    basis[first + j][i] = columns[i][j];
                }
            }
        }
        return basis;
    }

    /**
     * Replaces a matrix M by transpose(Q) M.
     *
     * @param matrix M, with as many rows as the vectors have components, all of one length
     */
    public void applyInverse(double[][] matrix) {
        int length = matrix[0].length;
        for (int first = 0; first < length; first += RowProducts.TILE) {
            int count = Math.min(length - first, RowProducts.TILE);
            double[][] columns = new double[dimension][];
            for (int i = 0; i < dimension; i++) {
                columns[i] = Arrays.copyOfRange(matrix[i], first, first + count);
            }
            for (ReflectionBlock block : blocks) {
                block.apply(columns, 0, count, true, checkpoint);
            }
            for (int i = 0; i < dimension; i++) {
                System.arraycopy(columns[i], 0, matrix[i], first, count);
            }
        }
    }
}
