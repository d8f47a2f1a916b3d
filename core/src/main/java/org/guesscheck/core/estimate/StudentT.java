package org.guesscheck.core.estimate;

/** Student's t distribution. */
public final class StudentT {
    private StudentT() {}

    /**
     * The critical value t of a two-sided interval. By the beta distribution, P(|T| &gt; t) = I_x(v/2, 1/2) with
     * x = v / (v + t^2) (Abramowitz and Stegun 1964, section 26.7).
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
            // P(|T| < t) by 1 - x = t^2 / (v + t^2), because x itself is rounded to 1 when v is large.
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
