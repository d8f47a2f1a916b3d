package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Every file has its four checksums, in hexadecimal digits, and they are right. */
final class ChecksumRules {
    /** The ends of the files' names, with the name of the algorithm in Java. */
    static final Map<String, String> ALGORITHMS =
            new TreeMap<>(Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512"));

    private ChecksumRules() {}

    static void check(StagedArtifact artifact, Findings findings) throws IOException {
        for (Path file : artifact.originals()) {
            byte[] content = Files.readAllBytes(file);
            for (Map.Entry<String, String> algorithm : ALGORITHMS.entrySet()) {
                Path checksum = file.resolveSibling(file.getFileName() + algorithm.getKey());
                if (!Files.exists(checksum)) {
                    findings.fault(artifact + ": " + checksum.getFileName() + " is missing");
                } else if (!Files.readString(checksum).strip().equals(digest(algorithm.getValue(), content))) {
                    findings.fault(artifact + ": " + checksum.getFileName() + " is not the checksum of its file");
                }
            }
        }
    }

    static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has " + algorithm, e);
        }
    }
}
