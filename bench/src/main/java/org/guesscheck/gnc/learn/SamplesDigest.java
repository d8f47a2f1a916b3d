package org.guesscheck.gnc.learn;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.guesscheck.core.data.Samples;

/** The SHA-256 of samples: for each the label (4 bytes), then the features (floats of 4 bytes), high bytes first. */
final class SamplesDigest {
    private SamplesDigest() {}

    static String of(Samples samples) {
        MessageDigest sha = sha();
        float[] features = new float[samples.features()];
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Float.BYTES * features.length);
        for (int i = 0; i < samples.count(); i++) {
            samples.copyFeatures(i, features, 0);
            bytes.clear().putInt(samples.label(i));
            for (float feature : features) {
                bytes.putFloat(feature);
            }
            sha.update(bytes.flip());
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
