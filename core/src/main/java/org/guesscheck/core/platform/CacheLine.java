package org.guesscheck.core.platform;

/** Where the data of a float array should begin, so that vectors are loaded from whole cache lines. */
public final class CacheLine {
    /** The element that starts a cache line, if objects are aligned to 64 bytes and an array's header has 16 bytes. */
    public static final int FIRST_FLOAT = 12;

    private CacheLine() {}
}
