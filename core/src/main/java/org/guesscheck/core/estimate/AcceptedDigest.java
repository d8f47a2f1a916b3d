package org.guesscheck.core.estimate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over accepted draws in their order. A draw is its index (8 bytes, big-endian), followed by the bits of both losses
 * (4 bytes each), or by the bits of its two numbers in a weighted estimate (8 bytes each).
 */
public final class AcceptedDigest {
    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 256);

    /** Starts with no draws. */
    public AcceptedDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Adds the next accepted draw.
     *
     * @param draw its index
     * @param trainLoss its training loss
     * @param generalizationLoss its generalization loss
     */
    public void add(long draw, float trainLoss, float generalizationLoss) {
        if (buffer.remaining() < 16) {
            flush();
        }
        buffer.putLong(draw)
                .putInt(Float.floatToRawIntBits(trainLoss))
                .putInt(Float.floatToRawIntBits(generalizationLoss));
    }

    /**
     * Adds the next draw of a weighted estimate.
     *
     * @param draw its index
     * @param logProbability natural logarithm of its acceptance probability
     * @param generalizationLoss its mean generalization loss, given that it is accepted
     */
    public void add(long draw, double logProbability, double generalizationLoss) {
        if (buffer.remaining() < 24) {
            flush();
        }
        buffer.putLong(draw)
                .putLong(Double.doubleToRawLongBits(logProbability))
                .putLong(Double.doubleToRawLongBits(generalizationLoss));
    }

    private void flush() {
        sha.update(buffer.flip());
        buffer.clear();
    }

    /**
     * The digest; nothing can be added afterwards.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String value() {
        flush();
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }
}
