package org.guesscheck.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The bill of materials gives the versions that the other artifacts ask for. */
final class BomRules {
    private BomRules() {}

    static void check(List<StagedArtifact> artifacts, Findings findings) {
        Map<String, String> asked = new HashMap<>();
        for (StagedArtifact artifact : artifacts) {
            asked.put(artifact.group() + ":" + artifact.name(), artifact.version());
            PomRules.elements(artifact.pom(), "dependencies/dependency")
                    .forEach(dependency -> asked.put(name(dependency), PomRules.text(dependency, "version")));
        }
        for (StagedArtifact artifact : artifacts) {
            for (Element managed : PomRules.elements(artifact.pom(), "dependencyManagement/dependencies/dependency")) {
                String version = PomRules.text(managed, "version");
                String expected = asked.get(name(managed));
                if (expected == null) {
                    findings.fault(artifact + ": no artifact asks for " + name(managed));
                } else if (!version.equals(expected)) {
                    findings.fault(artifact + ": it gives " + name(managed) + " the version " + version
                            + ", and what is staged asks for " + expected);
                }
            }
        }
    }

    private static String name(Element dependency) {
        return PomRules.text(dependency, "groupId") + ":" + PomRules.text(dependency, "artifactId");
    }
}
