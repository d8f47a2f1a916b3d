package org.guesscheck.core.sampler.rejection;

/** A worker's chunks as events of Flight Recorder. The one event is used again and again, so that nothing is allocated. */
final class RecordedChunks implements ChunkTrace {
    private final ChunkEvent event = new ChunkEvent();

    RecordedChunks(String backend) {
        event.backend = backend;
    }

    @Override
    public void begin() {
        event.begin();
    }

    @Override
    public void end(long chunk, int draws, int accepted) {
        event.end();
        if (event.shouldCommit()) {
            event.chunk = chunk;
            event.draws = draws;
            event.accepted = accepted;
            event.commit();
        }
    }
}
