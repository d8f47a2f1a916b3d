package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks a staging folder and prints its faults. Exits with 1 if there is one, and with 2 if the folder can't be read. */
public final class StagingCheck {
    /** The artifacts of a release. */
    static final Set<String> ARTIFACTS = Set.of("guesscheck-bom", "guesscheck-core", "guesscheck-native");

    private StagingCheck() {}

    /**
     * Checks the folder that the only argument names. The property {@code owner.namespace} is the namespace that Maven Central has
     * verified; with {@code rehearsal=true}, the lack of what only the owner can give is told and is no fault.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("one argument is allowed: the staging folder");
            System.exit(2);
        }
        try {
            Findings findings = check(Path.of(arguments[0]), System.getProperty("owner.namespace", ""));
            System.exit(findings.print(System.out, Boolean.getBoolean("rehearsal")) ? 0 : 1);
        } catch (IOException e) {
            System.err.println(arguments[0] + ": " + e);
            System.exit(2);
        }
    }

    /** Checks a staging folder against all rules. */
    static Findings check(Path folder, String namespace) throws IOException {
        Findings findings = new Findings();
        if (!Files.isDirectory(folder)) {
            findings.fault(folder + ": there is no such folder");
            return findings;
        }
        List<StagedArtifact> artifacts = StagedArtifact.in(folder, findings);
        for (StagedArtifact artifact : artifacts) {
            PomRules.check(artifact, findings);
            FileRules.check(artifact, findings);
            ChecksumRules.check(artifact, findings);
            if (!artifact.packaging().equals("pom")) {
                JarRules.check(artifact, findings);
            }
        }
        Set<String> found = new TreeSet<>();
        artifacts.forEach(artifact -> found.add(artifact.name()));
        if (!found.equals(ARTIFACTS)) {
            findings.fault("the staged artifacts are " + found + ", and a release has " + new TreeSet<>(ARTIFACTS));
        }
        if (artifacts.stream().map(StagedArtifact::version).distinct().count() > 1) {
            findings.fault("the staged artifacts have different versions");
        }
        BomRules.check(artifacts, findings);
        SignatureRules.check(artifacts, findings);
        checkNamespace(artifacts, namespace, findings);
        findings.counted(artifacts);
        return findings;
    }

    private static void checkNamespace(List<StagedArtifact> artifacts, String namespace, Findings findings) {
        for (String group :
                artifacts.stream().map(StagedArtifact::group).distinct().toList()) {
            if (namespace.isEmpty()) {
                findings.ownersTurn("the namespace " + group
                        + ": -Downer.namespace says which one Maven Central has verified as yours");
            } else if (!group.equals(namespace) && !group.startsWith(namespace + ".")) {
                findings.fault("the groupId " + group + " is outside the namespace " + namespace);
            }
        }
    }
}
