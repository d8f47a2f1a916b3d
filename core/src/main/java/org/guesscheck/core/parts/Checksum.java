package org.guesscheck.core.parts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. */
final class Checksum {
    static final int LENGTH = 32;

    private Checksum() {}

    static byte[] of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    static String text(byte[] checksum) {
        return "sha256:" + HexFormat.of().formatHex(checksum);
    }

    static byte[] of(byte[] bytes, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
