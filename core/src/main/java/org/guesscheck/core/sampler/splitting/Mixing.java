package org.guesscheck.core.sampler.splitting;

/**
 * How a pilot run moves its particles at a level: how far and how often. They move until both losses forget what they were (as
 * Kantas, Beskos and Jasra 2014 do with moves in a sequential sampler), or as often as is given, and meanwhile the step is
 * adapted by stochastic approximation of the wanted acceptance rate (Robbins and Monro 1951).
 */
final class Mixing {
    /** Sweeps after which a pilot stops. */
    static final int MOST_SWEEPS = 200;

    /** Sweeps over which the step is adapted, at least. */
    static final int LEAST_SWEEPS = 4;

    /** How fast the logarithm of the step follows the acceptance rate. */
    private static final double GAIN = 2;

    private static final float SMALLEST_STEP = 1e-4f;
    private static final double FIRST_STEP = 0.5;

    private final SplittingTuning tuning;
    private final Population population;
    private double logStep = StrictMath.log(FIRST_STEP);

    /** Whether particles stayed in modes of the generalization loss at some level, however often they were moved. */
    private boolean apart;

    Mixing(SplittingTuning tuning, Population population) {
        this.tuning = tuning;
        this.population = population;
    }

    /** Whether particles stayed in modes at some level so far. */
    boolean apart() {
        return apart;
    }

    /**
     * Moves that mix at a level.
     *
     * @param step the moves' step
     * @param sweeps moves of every particle
     * @param forgotten whether the losses were forgotten after them
     */
    record Moves(float step, int sweeps, boolean forgotten) {}

    /** Moves the particles, all of which are below the level, so many times at most. */
    Moves at(float level, int affordable) {
        int most = Math.min(affordable, MOST_SWEEPS);
        int given = Math.min(tuning.sweeps(), MOST_SWEEPS);
        int adapted = Math.max(given, LEAST_SWEEPS);
        double logSteps = 0;
        int summed = 0;
        int needed = tuning.sweeps();
        int neededInModes = 0;
        boolean forgotten = false;
        Losses before = new Losses();
        for (int s = 1; s <= most; s++) {
            sweep(level);
            if (2 * s >= adapted) {
                logSteps += logStep;
                summed++;
            }
            if ((needed == 0 || s == given) && before.forgotten()) {
                needed = Math.max(needed, s);
                forgotten = true;
            }
            if (needed == 0 && neededInModes == 0 && before.forgottenInModes()) {
                neededInModes = s;
            }
            if (s >= adapted && (needed > 0 || apart && neededInModes > 0)) {
                break;
            }
        }
        logStep = logSteps / summed;
        if (needed == 0 && neededInModes > 0 && (apart || most == MOST_SWEEPS)) {
            apart = true;
            needed = neededInModes;
        }
        return new Moves((float) StrictMath.exp(logStep), needed == 0 ? most : needed, forgotten);
    }

    private void sweep(float level) {
        double accepted = population.sweep(level, (float) StrictMath.exp(logStep));
        logStep = Math.clamp(logStep + GAIN * (accepted - tuning.acceptance()), StrictMath.log(SMALLEST_STEP), 0);
    }

    /** Both losses of the particles at some time. */
    private final class Losses {
        private final float[] train = population.trainLoss().clone();
        private final float[] test = population.generalizationLoss().clone();

        /** Whether neither correlates with the losses now. */
        boolean forgotten() {
            return Mixing.correlation(train, population.trainLoss()) < tuning.memory()
                    && Mixing.correlation(test, population.generalizationLoss()) < tuning.memory();
        }

        /** The same, but of generalization losses only among particles that were on one side of their mean. */
        boolean forgottenInModes() {
            return Mixing.correlation(train, population.trainLoss()) < tuning.memory()
                    && correlationOnSides(test, population.generalizationLoss()) < tuning.memory();
        }
    }

    /** Correlation of deviations from the means of two groups: those that were below the mean before, and the others. */
    static double correlationOnSides(float[] before, float[] after) {
        double mean = mean(before);
        double[] sums = new double[4];
        int[] counts = new int[2];
        for (int i = 0; i < before.length; i++) {
            int side = before[i] < mean ? 0 : 1;
            counts[side]++;
            sums[side] += before[i];
            sums[2 + side] += after[i];
        }
        float[] centredBefore = new float[before.length];
        float[] centredAfter = new float[before.length];
        for (int i = 0; i < before.length; i++) {
            int side = before[i] < mean ? 0 : 1;
            centredBefore[i] = (float) (before[i] - sums[side] / counts[side]);
            centredAfter[i] = (float) (after[i] - sums[2 + side] / counts[side]);
        }
        return correlation(centredBefore, centredAfter);
    }

    /** Pearson's correlation; 0 where one of the two does not vary. */
    static double correlation(float[] before, float[] after) {
        double meanBefore = mean(before);
        double meanAfter = mean(after);
        double product = 0;
        double squaresBefore = 0;
        double squaresAfter = 0;
        for (int i = 0; i < before.length; i++) {
            double a = before[i] - meanBefore;
            double b = after[i] - meanAfter;
            product += a * b;
            squaresBefore += a * a;
            squaresAfter += b * b;
        }
        double scale = Math.sqrt(squaresBefore * squaresAfter);
        return scale > 0 ? product / scale : 0;
    }

    private static double mean(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }
}
