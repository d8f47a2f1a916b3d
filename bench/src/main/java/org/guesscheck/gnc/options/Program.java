package org.guesscheck.gnc.options;

/** The part of the program that its commands may know. The command at the top of the tree, {@code gnc} itself, is one. */
public interface Program {
    /** Whether the user asked to stop. */
    boolean interrupted();

    /** Whether the user asked for stack traces. */
    boolean debug();
}
