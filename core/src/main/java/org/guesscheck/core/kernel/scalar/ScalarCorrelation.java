package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.CorrelationStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** Correlated normals in plain Java, lane by lane. */
final class ScalarCorrelation implements CorrelationStage {
    private static final int LANES = Question.LANES;

    @Override
    public void correlate(Correlation job) {
        for (int g = 0; g < job.groups; g++) {
            for (int u = 0; u < job.units; u++) {
                int w = job.wAt + g * job.wGroup + u * job.wUnit;
                int y = job.yAt + g * job.yGroup + u * job.yUnit;
                // From the last row up, which needs no normal beyond its own: results may take the normals' place.
                for (int r = job.rows - 1; r >= 0; r--) {
                    int row = triangle(job, g) + Correlation.triangle(r);
                    for (int l = 0; l < LANES; l++) {
                        float sum = 0;
                        for (int s = 0; s <= r; s++) {
                            sum = Math.fma(job.lower[at(row + s, l)], job.w[at(w + s, l)], sum);
                        }
                        job.y[at(y + r * job.yRow, l)] = sum;
                    }
                }
            }
        }
    }

    @Override
    public void addGram(Correlation job) {
        for (int g = 0; g < job.groups; g++) {
            int y = job.yAt + g * job.yGroup;
            for (int r = 0; r < job.rows; r++) {
                for (int s = 0; s <= r; s++) {
                    int total = triangle(job, g) + Correlation.triangle(r) + s;
                    for (int l = 0; l < LANES; l++) {
                        float run = 0;
                        for (int u = 0; u < job.units; u++) {
                            int unit = y + u * job.yUnit;
                            run = Math.fma(job.y[at(unit + r, l)], job.y[at(unit + s, l)], run);
                        }
                        addRun(job, at(total, l), run);
                    }
                }
            }
        }
    }

    private static void addRun(Correlation job, int total, float run) {
        if (job.fresh) {
            job.sums[total] = run;
            job.lost[total] = 0;
            return;
        }
        float old = job.sums[total];
        float corrected = run - job.lost[total];
        float sum = old + corrected;
        job.lost[total] = sum - old - corrected;
        job.sums[total] = sum;
    }

    @Override
    public void factor(Correlation job) {
        for (int g = 0; g < job.groups; g++) {
            for (int l = 0; l < LANES; l++) {
                for (int j = 0; j < job.rows; j++) {
                    column(job, triangle(job, g), j, l);
                }
            }
        }
    }

    private static void column(Correlation job, int triangle, int j, int l) {
        float[] sums = job.sums;
        int upper = triangle + Correlation.triangle(j);
        float diagonal = sums[at(upper + j, l)];
        float pivot = diagonal;
        for (int s = 0; s < j; s++) {
            float entry = sums[at(upper + s, l)];
            pivot = Math.fma(-entry, entry, pivot);
        }
        boolean independent = pivot > diagonal * LEAST_PIVOT;
        float root = independent ? (float) Math.sqrt(pivot) : 0;
        float inverse = independent ? 1 / root : 0;
        sums[at(upper + j, l)] = root;
        for (int i = j + 1; i < job.rows; i++) {
            int row = triangle + Correlation.triangle(i);
            float rest = sums[at(row + j, l)];
            for (int s = 0; s < j; s++) {
                rest = Math.fma(-sums[at(row + s, l)], sums[at(upper + s, l)], rest);
            }
            sums[at(row + j, l)] = rest * inverse;
        }
    }

    private static int triangle(Correlation job, int group) {
        return group * Correlation.triangle(job.rows);
    }

    private static int at(int vector, int lane) {
        return Stages.BASE + LANES * vector + lane;
    }
}
