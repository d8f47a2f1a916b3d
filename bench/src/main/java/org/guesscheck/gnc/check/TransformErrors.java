package org.guesscheck.gnc.check;

import static org.guesscheck.core.random.NormalPolynomial.*;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.core.random.NormalPolynomial;

/** The largest errors of {@link NormalPolynomial}, over radii, and over pairs of radius and angle. */
final class TransformErrors {
    private static final double[] TAILS = {4, 5, 5.5, 6};

    /** Errors that no input exceeds: of all radii, of radii from 2 on, and of normals. */
    private static final double RADIUS = 6.6e-7;

    private static final double FAR_RADIUS = 4.6e-7;
    private static final double NORMAL = 9e-7;
    private static final double FAR_NORMAL = 1.2e-6;
    private static final double USUAL_NORMAL = 1.6e-7;

    /** How far the probability beyond each limit may be from the normal one. */
    private static final double[] TAIL_ERRORS = {1e-7, 1e-5, 2e-4, 7e-3};

    /** Radii nearer to 0 are drawn once in 200; their U has 24 bits near 1, so that they are coarse. */
    private static final double LEAST_RADIUS = 0.1;

    private double radius;
    private double farRadius;
    private double normal;
    private double farNormal;
    private double squares;
    private long pairs;
    private double largest;
    private final double[] tails = new double[TAILS.length];

    /** Adds a radius beside the exact one. */
    void addRadius(float r, double exact) {
        double error = Math.abs(r - exact);
        if (exact >= LEAST_RADIUS) {
            radius = Math.max(radius, error);
        }
        if (exact >= 2) {
            farRadius = Math.max(farRadius, error);
        }
        largest = Math.max(largest, r);
        if (r > TAILS[0]) {
            for (int t = 0; t < TAILS.length && r > TAILS[t]; t++) {
                // The share of the circle of this radius beyond the limit.
                tails[t] += Math.acos(TAILS[t] / r) / Math.PI;
            }
        }
    }

    /** Adds the pair of normals of a radius and an angle word beside the exact ones. */
    void addPair(float r, double exact, int w) {
        if (exact < LEAST_RADIUS) {
            return;
        }
        double sign = w < 0 ? -1 : 1;
        double turn = turn(w);
        double a = Math.abs(first(r, w) + sign * exact * Math.sin(Math.PI * turn));
        double b = Math.abs(second(r, w) - sign * exact * Math.cos(Math.PI * turn));
        if (exact < 3) {
            normal = Math.max(normal, Math.max(a, b));
        } else {
            farNormal = Math.max(farNormal, Math.max(a, b));
        }
        squares += a * a + b * b;
        pairs++;
    }

    /** Adds the errors of another. */
    void merge(TransformErrors other) {
        radius = Math.max(radius, other.radius);
        farRadius = Math.max(farRadius, other.farRadius);
        normal = Math.max(normal, other.normal);
        farNormal = Math.max(farNormal, other.farNormal);
        largest = Math.max(largest, other.largest);
        squares += other.squares;
        pairs += other.pairs;
        Arrays.setAll(tails, t -> tails[t] + other.tails[t]);
    }

    /** Compares with the errors that are stated. */
    void judge(long radii, Verdicts verdicts) {
        atMost(verdicts, "error of the radius from 0.1 on, over all 2^30 words", radius, RADIUS);
        atMost(verdicts, "error of the radius from 2 on", farRadius, FAR_RADIUS);
        atMost(verdicts, "error of normals of radius 0.1 to 3, over " + pairs + " pairs", normal, NORMAL);
        atMost(verdicts, "error of normals of larger radius", farNormal, FAR_NORMAL);
        atMost(verdicts, "root mean square error of normals", Math.sqrt(squares / (2 * pairs)), USUAL_NORMAL);
        NormalDistribution law = NormalDistribution.of(0, 1);
        for (int t = 0; t < TAILS.length; t++) {
            double ratio = tails[t] / radii / law.survivalProbability(TAILS[t]);
            verdicts.add(
                    Math.abs(ratio - 1) <= TAIL_ERRORS[t],
                    "transform: probability beyond %.1f is 1 %+.2g of the normal one, over all radii",
                    TAILS[t],
                    ratio - 1);
        }
        verdicts.add(largest > 6.55 && largest < 6.56, "transform: largest radius %.4f", largest);
    }

    private static void atMost(Verdicts verdicts, String error, double value, double stated) {
        verdicts.add(value <= stated, "transform: %s %.3g at most (stated: %.3g)", error, value, stated);
    }
}
