package org.guesscheck.core.exact;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/**
 * Draws points of a ball, more of them where a determinant is nearly 0. There the density of a product of d square matrices grows
 * as the logarithm of the determinant to the power d - 1, and estimates from uniform points would scatter.
 *
 * <p>A uniform point lies on a chord of a given direction. If the determinant changes its sign along the chord, the point is drawn
 * anew on the chord: its distance from the root is a product of 1 to d uniform numbers times the chord's length on that side.
 */
final class AcceptedChord {
    private static final int BISECTIONS = 50;

    private final double[] centre;
    private final double radius;
    private final int depth;
    private final UniformRandomProvider random;
    private final UnitSphereSampler sphere;
    private double weight;

    AcceptedChord(double[] centre, double radius, int depth, UniformRandomProvider random) {
        this.centre = centre;
        this.radius = radius;
        this.depth = depth;
        this.random = random;
        sphere = UnitSphereSampler.of(random, centre.length);
    }

    /** The density of uniform points over that from which the last one came. */
    double weight() {
        return weight;
    }

    /**
     * Draws a point.
     *
     * @param determinant of the matrix that belongs to a point
     * @param direction a unit vector along which the determinant changes, the same for all points
     * @return the point
     */
    double[] draw(ToDoubleFunction<double[]> determinant, double[] direction) {
        double distance = radius * Math.pow(random.nextDouble(), 1.0 / centre.length);
        double[] point = along(centre, sphere.sample(), distance);
        weight = 1;
        double at = 0;
        for (int i = 0; i < point.length; i++) {
            at += (point[i] - centre[i]) * direction[i];
        }
        double half = Math.sqrt(Math.max(0, radius * radius - distance * distance + at * at));
        double[] middle = along(point, direction, -at);
        double atLow = determinant.applyAsDouble(along(middle, direction, -half));
        if (!(atLow * determinant.applyAsDouble(along(middle, direction, half)) < 0)) {
            return point;
        }
        double low = -half;
        double high = half;
        for (int k = 0; k < BISECTIONS; k++) {
            double t = (low + high) / 2;
            if (determinant.applyAsDouble(along(middle, direction, t)) * atLow > 0) {
                low = t;
            } else {
                high = t;
            }
        }
        double root = (low + high) / 2;
        // Each side as often as uniform points lie on it.
        double side = random.nextDouble() * 2 * half < half - root ? half - root : -half - root;
        return along(middle, direction, root + side * share());
    }

    private double share() {
        double share = 1;
        for (int k = random.nextInt(depth); k >= 0; k--) {
            share *= 1 - random.nextDouble();
        }
        double term = 1;
        double sum = 0;
        for (int k = 0; k < depth; k++) {
            sum += term;
            term *= -Math.log(share) / (k + 1);
        }
        weight = depth / sum;
        return share;
    }

    private static double[] along(double[] from, double[] direction, double distance) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + distance * direction[i];
        }
        return to;
    }
}
