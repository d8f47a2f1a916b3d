package org.guesscheck.core.sampler.rejection;

/** What one worker tells an outside observer of its chunks, one after the other. */
interface ChunkTrace {
    /** Before a chunk is evaluated. */
    void begin();

    /**
     * After it.
     *
     * @param chunk its number
     * @param draws how many draws were made
     * @param accepted how many of them are below the largest threshold
     */
    void end(long chunk, int draws, int accepted);

    /**
     * Flight Recorder's events, or nothing in a JVM without that module: the library asks for it, but does not need it.
     */
    static ChunkTrace of(String backend) {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? new RecordedChunks(backend) : new Silent();
    }

    /** Tells nobody. */
    final class Silent implements ChunkTrace {
        @Override
        public void begin() {}

        @Override
        public void end(long chunk, int draws, int accepted) {}
    }
}
