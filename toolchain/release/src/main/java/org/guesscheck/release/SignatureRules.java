package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every file is signed, and GnuPG confirms each signature. Without any signature, signing is left to the owner. */
final class SignatureRules {
    private SignatureRules() {}

    static void check(List<StagedArtifact> artifacts, Findings findings) throws IOException {
        List<Path> signed = new ArrayList<>();
        List<Path> unsigned = new ArrayList<>();
        for (StagedArtifact artifact : artifacts) {
            for (Path file : artifact.originals()) {
                (Files.exists(signature(file)) ? signed : unsigned).add(file);
            }
        }
        if (signed.isEmpty()) {
            findings.ownersTurn("signatures: -Dgpg.keyname names your key in GnuPG, which signs the files");
            return;
        }
        unsigned.forEach(file -> findings.fault(file.getFileName() + " is not signed, and other files are"));
        for (Path file : signed) {
            String fault = refusal(file);
            if (!fault.isEmpty()) {
                findings.fault(file.getFileName() + ": its signature is not good: " + fault);
            }
        }
    }

    private static Path signature(Path file) {
        return file.resolveSibling(file.getFileName() + ".asc");
    }

    /** GnuPG's words if it does not confirm a signature, else an empty text. */
    private static String refusal(Path file) throws IOException {
        Process gpg = new ProcessBuilder(
                        "gpg", "--batch", "--verify", signature(file).toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        gpg.getOutputStream().close();
        String said = new String(gpg.getInputStream().readAllBytes()).strip().replace(System.lineSeparator(), "; ");
        try {
            return gpg.waitFor() == 0 ? "" : said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while GnuPG ran", e);
        }
    }
}
