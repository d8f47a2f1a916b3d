package org.guesscheck.core.kernel.vector;

import static org.guesscheck.core.kernel.Question.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.CorrelationStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Triangles of every size, at every width, with the bits of plain Java. */
class TrianglesTest {
    private static final int GROUPS = 3;
    private static final CorrelationStage SCALAR = Backends.named("scalar")
            .stages(new Question(Problem.sensing(5, 5, 1, 15, 1), Network.linear(8, 2), 1, 0.1f, 1))
            .correlation();

    private static VectorSpecies<Float> species(int bits) {
        return switch (bits) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            default -> FloatVector.SPECIES_512;
        };
    }

    private static float[] numbers(int vectors) {
        SplittableRandom random = new SplittableRandom(vectors);
        float[] numbers = new float[Stages.BASE + LANES * vectors];
        for (int i = Stages.BASE; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    /** Gaps between units and between groups. */
    private static Correlation job(int rows, int units) {
        Correlation job = new Correlation();
        job.groups = GROUPS;
        job.rows = rows;
        job.units = units;
        job.wAt = 1;
        job.wUnit = rows + 1;
        job.wGroup = job.wUnit * units + 2;
        job.yAt = 2;
        job.yUnit = rows + 2;
        job.yRow = 1;
        job.yGroup = job.yUnit * units + 1;
        job.w = numbers(job.wAt + GROUPS * job.wGroup);
        job.y = numbers(job.yAt + GROUPS * job.yGroup);
        job.lower = numbers(GROUPS * Correlation.triangle(rows));
        job.sums = numbers(GROUPS * Correlation.triangle(rows));
        job.lost = numbers(GROUPS * Correlation.triangle(rows) + 1);
        return job;
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void everyStepHasTheScalarBits(int bits) {
        Triangles triangles = new Triangles(species(bits));
        for (int rows = 1; rows <= 17; rows++) {
            for (int units : new int[] {1, 2, 9, 60}) {
                Correlation expected = job(rows, units);
                Correlation found = job(rows, units);
                run(SCALAR, expected);
                run(triangles, found);
                String name = rows + " rows, " + units + " units";
                assertArrayEquals(expected.w, found.w, name);
                assertArrayEquals(expected.y, found.y, name);
                assertArrayEquals(expected.sums, found.sums, name);
                assertArrayEquals(expected.lost, found.lost, name);
            }
        }
    }

    private static void run(CorrelationStage stage, Correlation job) {
        stage.correlate(job);
        job.fresh = true;
        stage.addGram(job);
        job.fresh = false;
        stage.addGram(job);
        stage.addGram(job);
        stage.factor(job);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void resultsMayTakeThePlaceOfTheNormals(int bits) {
        Triangles triangles = new Triangles(species(bits));
        for (int rows : new int[] {1, 5, 8, 13}) {
            for (CorrelationStage stage : new CorrelationStage[] {SCALAR, triangles}) {
                Correlation apart = job(rows, 7);
                stage.correlate(apart);
                Correlation inPlace = job(rows, 7);
                inPlace.y = inPlace.w;
                inPlace.yAt = inPlace.wAt;
                inPlace.yUnit = inPlace.wUnit;
                inPlace.yGroup = inPlace.wGroup;
                stage.correlate(inPlace);
                for (int g = 0; g < GROUPS; g++) {
                    for (int u = 0; u < 7; u++) {
                        for (int i = 0; i < LANES * rows; i++) {
                            int a = apart.yAt + g * apart.yGroup + u * apart.yUnit;
                            int b = inPlace.wAt + g * inPlace.wGroup + u * inPlace.wUnit;
                            assertEquals(
                                    apart.y[Stages.BASE + LANES * a + i],
                                    inPlace.w[Stages.BASE + LANES * b + i],
                                    rows + " rows");
                        }
                    }
                }
            }
        }
    }

    /** As those of the last layer do, which are the product. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void resultsMayLieRowByRow(int bits) {
        Triangles triangles = new Triangles(species(bits));
        for (int rows : new int[] {3, 5, 11}) {
            Correlation expected = job(rows, 4);
            Correlation found = job(rows, 4);
            for (Correlation job : new Correlation[] {expected, found}) {
                job.yUnit = 1;
                job.yRow = 4;
                job.yGroup = 4 * rows;
            }
            SCALAR.correlate(expected);
            triangles.correlate(found);
            assertArrayEquals(expected.y, found.y, rows + " rows");
        }
    }
}
