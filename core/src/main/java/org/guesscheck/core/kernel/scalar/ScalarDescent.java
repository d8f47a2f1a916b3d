package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.kernel.descent.StepNumbers;
import org.guesscheck.core.kernel.descent.TrainingData;

/**
 * Gradient descent lane by lane, in rows of numbers. A single run costs no more here than a lane of it, so this is the kernel of runs
 * without company too.
 */
final class ScalarDescent implements DescentKernel {
    private final DescentShape shape;
    private final ScalarRun[] runs = new ScalarRun[LANES];
    private TrainingData shared;

    ScalarDescent(DescentShape shape) {
        this.shape = shape;
    }

    @Override
    public void start(int lane, TrainingData train, float[][] weights) {
        shared = shape.requireFitting(train, weights, shared);
        runs[lane] = new ScalarRun(shape, train, weights);
    }

    @Override
    public void stop(int lane) {
        runs[lane] = null;
    }

    @Override
    public void share(int lane, float[] shares) {
        runs[lane].share(shares);
    }

    @Override
    public void gradient(float[] squaredResiduals, float[] squaredNorms) {
        for (int lane = 0; lane < LANES; lane++) {
            if (runs[lane] != null) {
                squaredResiduals[lane] = runs[lane].differentiate();
                squaredNorms[lane] = runs[lane].squaredNorm();
            }
        }
    }

    @Override
    public void step(StepNumbers numbers) {
        for (int lane = 0; lane < LANES; lane++) {
            if (runs[lane] != null) {
                runs[lane].step(numbers.length()[lane], numbers.momentum()[lane], numbers.correction()[lane]);
            }
        }
    }

    @Override
    public void product(int lane, float[] out) {
        System.arraycopy(runs[lane].product(), 0, out, 0, out.length);
    }

    @Override
    public void weights(int lane, float[][] out) {
        copy(runs[lane].weights, out);
    }

    @Override
    public void gradient(int lane, float[][] out) {
        copy(runs[lane].gradient, out);
    }

    private static void copy(float[][] from, float[][] to) {
        for (int r = 0; r < from.length; r++) {
            System.arraycopy(from[r], 0, to[r], 0, from[r].length);
        }
    }
}
