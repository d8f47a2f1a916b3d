package org.guesscheck.core.estimate;

/** Student's t distribution. */
public final class StudentT {
    private StudentT() {}

    /**
     * The critical value of a two-sided interval, from the beta distribution (NIST DLMF 8.17, 7.18): |T| exceeds t with
     * probability I_x(v/2, 1/2) at x = v / (v + t^2).
     *
     * @param confidence probability inside, above 0 and below 1
     * @param degreesOfFreedom degrees of freedom v, above 0
     * @return t with P(|T| &lt; t) = confidence
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double twoSided(double confidence, double degreesOfFreedom) {
        if (!(confidence > 0 && confidence < 1) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("confidence " + confidence + " with " + degreesOfFreedom
                    + " degrees of freedom: 0 to 1, and above 0, is allowed");
        }
        double low = 0;
        double high = 1e9;
        for (int i = 0; i < 200; i++) {
            double t = (low + high) / 2;
            // The complement's argument, t^2 / (v + t^2), keeps its digits when v is large.
            double inside = IncompleteBeta.of(t * t / (degreesOfFreedom + t * t), 0.5, degreesOfFreedom / 2);
            if (inside < confidence) {
                low = t;
            } else {
                high = t;
            }
        }
        return (low + high) / 2;
    }
}
