package org.guesscheck.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A staging folder with all that a release needs except signatures, made for tests that then spoil it. */
final class MadeUpRelease {
    private static final List<String> NATIVE = List.of(
            "org/guesscheck/nativekernels/lib/linux-x86_64/libguesscheck.so",
            "org/guesscheck/nativekernels/lib/linux-arm64/libguesscheck.so");

    private final Path group;
    private String version = "0.1.0";

    MadeUpRelease(Path staging) {
        group = staging.resolve("org").resolve("guesscheck");
    }

    void write() throws IOException {
        for (String name : StagingCheck.ARTIFACTS) {
            boolean bom = name.equals("guesscheck-bom");
            Files.createDirectories(group.resolve(name).resolve(version));
            Files.writeString(file(name, ".pom"), pom(name, bom ? "pom" : "jar"));
            if (!bom) {
                List<String> entries = new ArrayList<>(List.of("META-INF/LICENSE", "module-info.class"));
                entries.addAll(name.equals("guesscheck-native") ? NATIVE : List.of());
                jar(file(name, ".jar"), attributes(), entries);
                jar(file(name, "-sources.jar"), Map.of(), List.of("module-info.java"));
                jar(file(name, "-javadoc.jar"), Map.of(), List.of("index.html"));
                Files.writeString(
                        file(name, "-cyclonedx.json"),
                        "{\"bomFormat\": \"CycloneDX\", \"purl\": \"pkg:maven/org.guesscheck/" + name + "@" + version
                                + "?type=jar\"}");
            }
        }
    }

    Path file(String name, String end) {
        return group.resolve(name).resolve(version).resolve(name + "-" + version + end);
    }

    /** The files that are neither checksums nor signatures. */
    List<Path> originals() throws IOException {
        try (Stream<Path> files = Files.walk(group)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(md5|sha1|sha256|sha512|asc)"))
                    .toList();
        }
    }

    /** Writes all checksums anew. */
    void addChecksums() throws IOException {
        for (Path file : originals()) {
            for (Map.Entry<String, String> algorithm : ChecksumRules.ALGORITHMS.entrySet()) {
                Files.writeString(
                        file.resolveSibling(file.getFileName() + algorithm.getKey()),
                        ChecksumRules.digest(algorithm.getValue(), Files.readAllBytes(file)));
            }
        }
    }

    /** Empties a field, or takes an element out with all that is in it, in every POM. */
    void withoutField(String path) throws IOException {
        String[] names = path.split("/");
        String before = "";
        for (int i = 0; i < names.length - 1; i++) {
            before += "<" + names[i] + ">(?s:.*?)";
        }
        String name = names[names.length - 1];
        for (String artifact : StagingCheck.ARTIFACTS) {
            Path pom = file(artifact, ".pom");
            String text = Files.readString(pom);
            Files.writeString(pom, text.replaceFirst("(" + before + ")<" + name + ">(?s:.*?)</" + name + ">", "$1"));
        }
    }

    void replaceInPom(String name, String old, String fresh) throws IOException {
        Path pom = file(name, ".pom");
        Files.writeString(pom, Files.readString(pom).replace(old, fresh));
    }

    /** Adds a version that a bill of materials gives. */
    void manage(String bill, String dependencyGroup, String dependency, String dependencyVersion) throws IOException {
        String managed = "<dependencyManagement><dependencies><dependency><groupId>" + dependencyGroup
                + "</groupId><artifactId>" + dependency + "</artifactId><version>" + dependencyVersion
                + "</version></dependency></dependencies></dependencyManagement><scm>";
        replaceInPom(bill, "<scm>", managed);
    }

    void withoutEntry(String name, String end, String entry) throws IOException {
        List<String> entries = new ArrayList<>(List.of("META-INF/LICENSE", "module-info.class"));
        entries.addAll(NATIVE);
        entries.remove(entry);
        jar(file(name, end), attributes(), entries);
    }

    void manifest(String name, Map<String, String> attributes) throws IOException {
        jar(file(name, ".jar"), attributes, List.of("META-INF/LICENSE", "module-info.class"));
    }

    void remove(String name) throws IOException {
        for (Path file : originals()) {
            if (file.startsWith(group.resolve(name))) {
                Files.delete(file);
            }
        }
    }

    /** Writes the release anew with another version. */
    void rename(String other) throws IOException {
        for (Path file : originals()) {
            Files.delete(file);
        }
        version = other;
        write();
    }

    private Map<String, String> attributes() {
        return new TreeMap<>(Map.of("Implementation-Version", version, "Bundle-License", "Apache-2.0"));
    }

    private static void jar(Path file, Map<String, String> attributes, List<String> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(1);
            }
        }
    }

    private String pom(String name, String packaging) {
        return """
            <project>
              <groupId>org.guesscheck</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <packaging>%s</packaging>
              <name>a name</name>
              <description>some words</description>
              <url>an address</url>
              <licenses><license><name>Apache-2.0</name><url>an address</url></license></licenses>
              <developers><developer><name>we</name><organization>us</organization></developer></developers>
              <scm><connection>a</connection><developerConnection>b</developerConnection><url>c</url></scm>
              <dependencies>
                <dependency><groupId>a</groupId><artifactId>b</artifactId><version>2</version></dependency>
              </dependencies>
            </project>
            """.formatted(name, version, packaging);
    }
}
