package org.guesscheck.release;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The rules on POMs: coordinates, and the fields that tell people about the project. */
final class PomRules {
    private PomRules() {}

    static void check(StagedArtifact artifact, Findings findings) {
        Element pom = artifact.pom();
        same(artifact, "groupId", artifact.group(), findings);
        same(artifact, "artifactId", artifact.name(), findings);
        same(artifact, "version", artifact.version(), findings);
        if (artifact.version().endsWith("-SNAPSHOT")) {
            findings.fault(artifact + ": a release is no snapshot: -Drevision gives its version");
        }
        for (String field : List.of("name", "description")) {
            if (text(pom, field).isEmpty()) {
                findings.fault(artifact + ": the POM has no <" + field + ">");
            }
        }
        owners(artifact, "url", "-Downer.url, the address of the project's page", findings);
        owners(artifact, "scm/url", "-Downer.scm.url, the address at which people read the sources", findings);
        String connection = "-Downer.scm.connection, such as scm:git: and the address of the repository";
        owners(artifact, "scm/connection", connection, findings);
        owners(artifact, "scm/developerConnection", connection, findings);
        each(artifact, "licenses/license", List.of("name", "url"), findings);
        each(artifact, "developers/developer", List.of("name", "organization"), findings);
        for (String own : List.of("parent", "repositories", "pluginRepositories", "distributionManagement")) {
            if (!elements(pom, own).isEmpty()) {
                findings.fault(artifact + ": the POM has <" + own + ">, which is the build's own matter");
            }
        }
        List<Element> dependencies = new ArrayList<>(elements(pom, "dependencies/dependency"));
        dependencies.addAll(elements(pom, "dependencyManagement/dependencies/dependency"));
        dependencies.forEach(dependency -> checkDependency(artifact, dependency, findings));
        if (pom.getTextContent().contains("${")) {
            findings.fault(artifact + ": the POM has a property that is not resolved");
        }
    }

    private static void same(StagedArtifact artifact, String field, String expected, Findings findings) {
        String found = text(artifact.pom(), field);
        if (!found.equals(expected)) {
            findings.fault(
                    artifact + ": the POM's <" + field + "> is '" + found + "', and its folder says " + expected);
        }
    }

    /** A field that only the owner knows. */
    private static void owners(StagedArtifact artifact, String path, String property, Findings findings) {
        if (elements(artifact.pom(), path).stream()
                .allMatch(element -> words(element).isEmpty())) {
            findings.ownersTurn("<" + path + "> of the POMs: " + property);
        }
    }

    /** There is one such element or more, and each has the fields. */
    private static void each(StagedArtifact artifact, String path, List<String> fields, Findings findings) {
        List<Element> elements = elements(artifact.pom(), path);
        if (elements.isEmpty()) {
            findings.fault(artifact + ": the POM has no <" + path + ">");
        }
        for (Element element : elements) {
            for (String field : fields) {
                if (text(element, field).isEmpty()) {
                    findings.fault(artifact + ": a <" + path + "> of the POM has no <" + field + ">");
                }
            }
        }
    }

    private static void checkDependency(StagedArtifact artifact, Element dependency, Findings findings) {
        String name = text(dependency, "groupId") + ":" + text(dependency, "artifactId");
        String version = text(dependency, "version");
        if (version.isEmpty() || version.endsWith("-SNAPSHOT")) {
            findings.fault(artifact + ": the version of the dependency " + name + " is '" + version
                    + "', which is not released");
        }
        if (List.of("system", "test").contains(text(dependency, "scope"))) {
            findings.fault(artifact + ": the dependency " + name + " is not for those who use the artifact");
        }
    }

    /** The text of a child, without blanks around it; empty if there is none. */
    static String text(Element parent, String child) {
        return elements(parent, child).stream().findFirst().map(PomRules::words).orElse("");
    }

    /** The name of the first licence; empty if there is none. */
    static String licence(Element pom) {
        return elements(pom, "licenses/license").stream()
                .findFirst()
                .map(licence -> text(licence, "name"))
                .orElse("");
    }

    private static String words(Element element) {
        return element.getTextContent().strip();
    }

    /** The elements at a path below another one. */
    static List<Element> elements(Element parent, String path) {
        List<Element> found = List.of(parent);
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element child && child.getTagName().equals(name)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }
}
