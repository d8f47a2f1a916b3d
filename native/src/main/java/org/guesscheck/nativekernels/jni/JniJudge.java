package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import java.util.Objects;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.JudgeStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Losses in C.
 *
 * @param tier index of the instruction sets
 * @param memory the question
 * @param entries of a product
 */
record JniJudge(int tier, KernelMemory memory, int entries) implements JudgeStage {
    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        Objects.checkFromIndexSize(firstGroup, groups, Question.GROUPS);
        Objects.checkFromIndexSize(report.count, groups, Question.GROUPS);
        Buffers.check(products, 0, (long) groups * entries);
        report.count = Bridge.judge(
                tier,
                memory.address(),
                products,
                Stages.BASE,
                firstGroup,
                groups,
                report.count,
                report.group,
                report.trainLoss,
                report.generalizationLoss);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        Buffers.check(products, 0, (long) groups * entries);
        Buffers.checkLosses(trainLoss, groups);
        if (generalizationLoss != null) {
            Buffers.checkLosses(generalizationLoss, groups);
        }
        Bridge.measure(tier, memory.address(), products, Stages.BASE, groups, trainLoss, generalizationLoss);
        Reference.reachabilityFence(memory);
    }
}
