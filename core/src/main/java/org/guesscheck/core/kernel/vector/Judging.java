package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.JudgeStage;
import org.guesscheck.core.kernel.Question;

/** Judges products for one question, which a template is told of after it is made. */
interface Judging extends JudgeStage {
    void ask(Question question);
}
