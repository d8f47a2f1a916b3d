package org.guesscheck.core.descent;

/** A run that is over: its outcome, and why it is over. */
record Ended(Descent outcome, Ending ending) {}
