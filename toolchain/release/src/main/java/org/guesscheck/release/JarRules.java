package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The project's own rules: licence and version in the jars, libraries of both platforms, no sources or documentation left out. */
final class JarRules {
    private static final String LIBRARIES = "org/guesscheck/nativekernels/lib/";

    private JarRules() {}

    static void check(StagedArtifact artifact, Findings findings) throws IOException {
        holds(artifact, ".jar", "META-INF/LICENSE", findings);
        holds(artifact, ".jar", "module-info.class", findings);
        holds(artifact, "-sources.jar", "module-info.java", findings);
        holds(artifact, "-javadoc.jar", "index.html", findings);
        if (artifact.name().equals("guesscheck-native")) {
            for (String platform : List.of("linux-x86_64", "linux-arm64")) {
                holds(artifact, ".jar", LIBRARIES + platform + "/libguesscheck.so", findings);
            }
        }
        checkManifest(artifact, findings);
        Path bill = artifact.file("-cyclonedx.json");
        if (Files.exists(bill)) {
            String text = Files.readString(bill);
            if (!text.contains("\"CycloneDX\"")
                    || !text.contains("/" + artifact.name() + "@" + artifact.version() + "?type=jar")) {
                findings.fault(artifact + ": " + bill.getFileName() + " is no CycloneDX bill of this artifact");
            }
        }
    }

    private static void holds(StagedArtifact artifact, String end, String entry, Findings findings) {
        Path file = artifact.file(end);
        if (!Files.exists(file)) {
            return;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getEntry(entry) == null) {
                findings.fault(artifact + ": " + file.getFileName() + " has no " + entry);
            }
        } catch (IOException e) {
            findings.fault(artifact + ": " + file.getFileName() + " can't be read (" + e.getMessage() + ")");
        }
    }

    private static void checkManifest(StagedArtifact artifact, Findings findings) {
        Path file = artifact.file(".jar");
        if (!Files.exists(file)) {
            return;
        }
        Attributes manifest = new Attributes();
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getManifest() != null) {
                manifest = jar.getManifest().getMainAttributes();
            }
        } catch (IOException e) {
            // Said by holds.
            return;
        }
        if (!artifact.version().equals(manifest.getValue("Implementation-Version"))) {
            findings.fault(artifact + ": the manifest's Implementation-Version is "
                    + manifest.getValue("Implementation-Version"));
        }
        String licence = PomRules.licence(artifact.pom());
        if (!licence.equals(manifest.getValue("Bundle-License"))) {
            findings.fault(artifact + ": the manifest's Bundle-License is " + manifest.getValue("Bundle-License")
                    + ", and the POM says " + licence);
        }
    }
}
