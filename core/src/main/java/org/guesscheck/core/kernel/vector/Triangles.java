package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.CorrelationStage;
import org.guesscheck.core.kernel.Stages;

/** Cuts triangles into blocks of nearly equal size that fit the registers. */
final class Triangles implements CorrelationStage {
    /** Rows of a block: a triangle of 15 sums, or a square of 25, fits 32 registers; one of 6, or of 9, fits 16. */
    private static final int MANY = 5;

    private static final int FEW = 3;

    private final VectorSpecies<Float> species;
    private final int largest;
    private final GramBlock[][] squares = new GramBlock[MANY + 1][MANY + 1];
    private final GramBlock[] corners = new GramBlock[MANY + 1];
    private final CorrelatedRows[] inPlace = new CorrelatedRows[MANY + 1];
    private final CorrelatedRows[] first = new CorrelatedRows[MANY + 1];
    private final CorrelatedRows[] further = new CorrelatedRows[MANY + 1];
    private final TriangleSums sums;
    private float[] run = new float[0];

    Triangles(VectorSpecies<Float> species) {
        this.species = species;
        // AVX-512 doubles the number of registers for narrower vectors as well.
        largest = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512 ? MANY : FEW;
        sums = Specialised.load(TriangleSums.class, new VectorTriangleSums.Constants(species));
    }

    @Override
    public void correlate(Correlation job) {
        int cuts = (job.rows + largest - 1) / largest;
        // From the last rows up, which need no normals beyond their own: results may take the normals' place.
        for (int i = cuts - 1; i >= 0; i--) {
            int top = job.rows * i / cuts;
            rows(top, job.rows * (i + 1) / cuts - top, cuts == 1 && isInPlace(job))
                    .correlate(job, top);
        }
    }

    /** Whether units are as long as they have rows, and results take the normals' place, as in hidden layers. */
    private static boolean isInPlace(Correlation job) {
        return job.y == job.w
                && job.yAt == job.wAt
                && job.yGroup == job.wGroup
                && job.yUnit == job.rows
                && job.wUnit == job.rows
                && job.yRow == 1;
    }

    private CorrelatedRows rows(int top, int down, boolean same) {
        CorrelatedRows[] known = same ? inPlace : top == 0 ? first : further;
        if (known[down] == null) {
            known[down] = Specialised.load(
                    CorrelatedRows.class, new VectorCorrelatedRows.Constants(species, down, top == 0, same));
        }
        return known[down];
    }

    @Override
    public void addGram(Correlation job) {
        int floats = Stages.BASE + LANES * Correlation.triangle(job.rows);
        if (run.length < floats) {
            run = new float[floats];
        }
        for (int g = 0; g < job.groups; g++) {
            sumRun(job, g);
            sums.add(job, g, run);
        }
    }

    private void sumRun(Correlation job, int group) {
        int cuts = (job.rows + largest - 1) / largest;
        for (int i = 0; i < cuts; i++) {
            int top = job.rows * i / cuts;
            int down = job.rows * (i + 1) / cuts - top;
            for (int j = 0; j < i; j++) {
                int left = job.rows * j / cuts;
                square(down, job.rows * (j + 1) / cuts - left).sum(job, group, run, top, left);
            }
            corner(down).sum(job, group, run, top, top);
        }
    }

    private GramBlock square(int down, int across) {
        if (squares[down][across] == null) {
            squares[down][across] = block(down, across, false);
        }
        return squares[down][across];
    }

    private GramBlock corner(int down) {
        if (corners[down] == null) {
            corners[down] = block(down, down, true);
        }
        return corners[down];
    }

    private GramBlock block(int down, int across, boolean corner) {
        return Specialised.load(GramBlock.class, new VectorGramBlock.Constants(species, down, across, corner));
    }

    @Override
    public void factor(Correlation job) {
        sums.factor(job);
    }
}
