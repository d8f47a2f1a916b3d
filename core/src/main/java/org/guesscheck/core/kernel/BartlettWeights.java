package org.guesscheck.core.kernel;

import java.util.Arrays;
import org.guesscheck.core.random.ChiPolynomial;

/**
 * Draws lower-triangular Bartlett factors in the place of a linear network's wide Gaussian factors.
 *
 * <p>A Gaussian m x k matrix, k at least m, is L Q with the rows of Q orthonormal and L lower triangular: independent normal
 * numbers below the diagonal, and on it chi variables of k, k - 1, ... k - m + 1 degrees of freedom (Bartlett 1933; Muirhead,
 * "Aspects of Multivariate Statistical Theory", theorem 3.2.14). Q times the next factor is Gaussian again and independent of
 * L. So the product of d factors has the law of L_1 ... L_(d-1) G with G Gaussian m x m', whatever the width.
 *
 * <p>These are the weights of a network of width m, of which those above the diagonals become 0 and those on them chi
 * variables. Plain Java on top of a backend's bits: every backend gives the same.
 */
final class BartlettWeights implements WeightStage {
    private static final int KEEP = -1;
    private static final int ZERO = -2;

    private final WeightStage normals;
    private final int[] role;
    private final ChiPolynomial[] chi;
    private int next;

    /**
     * Prepares the polynomials.
     *
     * @param narrow the question of width m, {@link Question#reduced}
     * @param layout of its weights, or of its features' weights
     * @param normals draws normal numbers
     */
    BartlettWeights(Question narrow, WeightLayout layout, WeightStage normals) {
        this.normals = normals;
        int m = narrow.rows();
        chi = new ChiPolynomial[m];
        for (int i = 0; i < m; i++) {
            chi[i] = new ChiPolynomial(narrow.fullWidth() - i);
        }
        role = roles(layout, narrow.network().depth() - 1);
    }

    /** What becomes of each vector of a group; at least 0: the diagonal's row. */
    private static int[] roles(WeightLayout layout, int triangular) {
        int[] role = new int[layout.vectors()];
        Arrays.setAll(
                role,
                vector -> layout.place(vector)
                        .filter(place -> place.factor() < triangular)
                        .map(place -> role(place.row(), place.column()))
                        .orElse(KEEP));
        return role;
    }

    private static int role(int row, int column) {
        return row == column ? row : row < column ? ZERO : KEEP;
    }

    @Override
    public void seed(long seed, long chunk) {
        normals.seed(seed, chunk);
        next = 0;
    }

    @Override
    public void fill(float[] out, int vectors) {
        normals.fill(out, vectors);
        for (int v = 0; v < vectors; v++) {
            int from = Stages.BASE + Question.LANES * v;
            int becomes = role[next];
            if (becomes == ZERO) {
                Arrays.fill(out, from, from + Question.LANES, 0);
            } else if (becomes != KEEP) {
                chi[becomes].apply(out, from, Question.LANES);
            }
            next = next + 1 == role.length ? 0 : next + 1;
        }
    }
}
