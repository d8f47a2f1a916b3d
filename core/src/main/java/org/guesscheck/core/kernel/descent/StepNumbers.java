package org.guesscheck.core.kernel.descent;

/**
 * The numbers of a step, one for each lane; see {@link Direction}. The arrays are the caller's, who sets them before each step.
 *
 * @param length length of the step; 0 leaves a lane's weights as they are
 * @param momentum factor on the buffer
 * @param correction factor on Adam's root mean square
 */
public record StepNumbers(float[] length, float[] momentum, float[] correction) {
    /**
     * Zeros for every lane.
     *
     * @return new numbers
     */
    public static StepNumbers zeros() {
        return new StepNumbers(
                new float[DescentKernel.LANES], new float[DescentKernel.LANES], new float[DescentKernel.LANES]);
    }
}
