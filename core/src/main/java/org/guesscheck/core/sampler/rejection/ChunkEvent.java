package org.guesscheck.core.sampler.rejection;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One chunk of the rejection loop; its duration, in nanoseconds, is that of drawing and judging. */
@Name("org.guesscheck.Chunk")
@Label("Chunk of draws")
@Category("Guess and check")
@Description("Draws made and judged by one thread in one call of a kernel")
@StackTrace(false)
final class ChunkEvent extends Event {
    @Label("Chunk")
    @Description("Number of the chunk within its run")
    long chunk;

    @Label("Draws")
    int draws;

    @Label("Accepted")
    @Description("Draws with a training loss below the largest threshold")
    int accepted;

    @Label("Backend")
    String backend;
}
