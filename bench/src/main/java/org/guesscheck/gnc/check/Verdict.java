package org.guesscheck.gnc.check;

/**
 * One thing that was checked.
 *
 * @param holds whether it holds
 * @param text what was compared, with its numbers
 */
public record Verdict(boolean holds, String text) {}
