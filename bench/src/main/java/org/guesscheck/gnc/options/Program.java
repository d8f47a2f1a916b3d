package org.guesscheck.gnc.options;

/** The program that a command belongs to, as far as the command must know it; the first command of the line is one. */
public interface Program {
    /** Whether the user asked to stop. */
    boolean interrupted();

    /** Whether the user asked for stack traces. */
    boolean debug();
}
