package org.guesscheck.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One version of an artifact: a folder {@code group/name/version} with its files.
 *
 * @param group the groupId that the folder means
 * @param name the artifactId that the folder means
 * @param version the version that the folder means
 * @param folder the folder
 * @param files its files, sorted
 * @param pom the root of the POM
 */
record StagedArtifact(String group, String name, String version, Path folder, List<Path> files, Element pom) {
    /** The artifacts of a staging folder. Files that belong to none and POMs that can't be read are faults. */
    static List<StagedArtifact> in(Path staging, Findings findings) throws IOException {
        List<StagedArtifact> artifacts = new ArrayList<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(staging)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path folder : all.stream().map(Path::getParent).distinct().toList()) {
            Path inside = staging.relativize(folder);
            List<Path> files =
                    all.stream().filter(file -> file.getParent().equals(folder)).toList();
            if (inside.getNameCount() < 3) {
                files.forEach(file -> findings.fault(staging.relativize(file) + ": no artifact has this file"));
                continue;
            }
            String version = inside.getFileName().toString();
            String name = inside.getName(inside.getNameCount() - 2).toString();
            String group =
                    inside.subpath(0, inside.getNameCount() - 2).toString().replace('/', '.');
            Path pom = folder.resolve(name + "-" + version + ".pom");
            try {
                artifacts.add(new StagedArtifact(group, name, version, folder, files, root(pom)));
            } catch (SAXException | IOException e) {
                findings.fault(staging.relativize(pom) + ": it can't be read (" + e.getMessage() + ")");
            }
        }
        return artifacts;
    }

    private static Element root(Path pom) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // The parser would print its errors, which become findings.
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(pom.toFile());
            return document.getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every JDK parses XML", e);
        }
    }

    String packaging() {
        String packaging = PomRules.text(pom, "packaging");
        return packaging.isEmpty() ? "jar" : packaging;
    }

    /** A file of this artifact by the end of its name, for example {@code -sources.jar}. */
    Path file(String end) {
        return folder.resolve(name + "-" + version + end);
    }

    /** The files that checksums and signatures are made of. */
    List<Path> originals() {
        return files.stream()
                .filter(file -> !file.toString().matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
                .toList();
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
