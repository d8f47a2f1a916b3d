package org.guesscheck.core.descent;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.guesscheck.core.kernel.descent.Factors;

/** SHA-256 over the float bits of the weights, big-endian, factor by factor and row by row. */
final class WeightDigest {
    private WeightDigest() {}

    static String of(Factors factors, WeightSource weights) {
        MessageDigest sha = sha256();
        for (int f = 0; f < factors.depth(); f++) {
            ByteBuffer row = ByteBuffer.allocate(Float.BYTES * factors.colsOf(f));
            for (int r = 0; r < factors.rowsOf(f); r++) {
                row.clear();
                for (int c = 0; c < factors.colsOf(f); c++) {
                    row.putInt(Float.floatToIntBits(weights.get(f, r, c)));
                }
                sha.update(row.flip());
            }
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    /** SHA-256, not yet fed. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
