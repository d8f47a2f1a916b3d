package org.guesscheck.core.platform;

/** Where arrays of floats that vectors are loaded from should be used from. */
public final class CacheLine {
    /** With 64-byte alignment of objects and a 16-byte array header, this element starts a cache line. */
    public static final int FIRST_FLOAT = 12;

    private CacheLine() {}
}
