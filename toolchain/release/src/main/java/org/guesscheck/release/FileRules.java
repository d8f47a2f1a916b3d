package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules on the files of an artifact: all that belong to it, and no others. */
final class FileRules {
    private FileRules() {}

    static void check(StagedArtifact artifact, Findings findings) throws IOException {
        String start = artifact.name() + "-" + artifact.version();
        for (Path file : artifact.files()) {
            String name = file.getFileName().toString();
            if (!name.startsWith(start + ".") && !name.startsWith(start + "-")) {
                findings.fault(artifact + ": " + name + " is no file of this artifact");
            }
            if (Files.size(file) == 0) {
                findings.fault(artifact + ": " + name + " is empty");
            }
        }
        if (!artifact.packaging().equals("pom")) {
            for (String end : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
                if (!Files.exists(artifact.file(end))) {
                    findings.fault(artifact + ": " + start + end + " is missing");
                }
            }
        }
    }
}
