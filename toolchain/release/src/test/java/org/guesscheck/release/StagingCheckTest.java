package org.guesscheck.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up staging folder passes; each thing that is taken from it or put into it is found, and nothing else. */
class StagingCheckTest {
    @TempDir
    private Path staging;

    private MadeUpRelease release;

    @BeforeEach
    void stage() throws IOException {
        release = new MadeUpRelease(staging);
        release.write();
    }

    private Findings check() throws IOException {
        release.addChecksums();
        return StagingCheck.check(staging, "org.guesscheck");
    }

    private void isFound(String words) throws IOException {
        Findings findings = check();
        assertTrue(
                findings.faults().stream().anyMatch(fault -> fault.contains(words)),
                () -> words + " is not in " + findings.faults());
    }

    @Test
    void aWholeReleaseLacksSignaturesAlone() throws IOException {
        Findings findings = check();
        assertEquals(List.of(), findings.faults());
        assertEquals(1, findings.left().size(), findings.left()::toString);
        assertTrue(findings.left().get(0).contains("-Dgpg.keyname"));
        assertFalse(printed(findings, false).contains("takes them"));
        assertTrue(printed(findings, true).contains("1 things are left to the owner"));
        assertFalse(findings.print(quiet(), false));
        assertTrue(findings.print(quiet(), true));
    }

    @ParameterizedTest
    @CsvSource({
        "url, -Downer.url",
        "scm/url, -Downer.scm.url",
        "scm/connection, -Downer.scm.connection",
        "scm/developerConnection, -Downer.scm.connection"
    })
    void fieldsOfTheOwnerAreLeftToTheOwner(String field, String property) throws IOException {
        release.withoutField(field);
        Findings findings = check();
        assertEquals(List.of(), findings.faults());
        assertTrue(
                findings.left().stream().anyMatch(part -> part.contains("<" + field + ">") && part.contains(property)),
                findings.left()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "name, the POM has no <name>",
        "description, the POM has no <description>",
        "licenses/license, the POM has no <licenses/license>",
        "licenses/license/url, has no <url>",
        "licenses/license/name, has no <name>",
        "developers/developer, the POM has no <developers/developer>",
        "developers/developer/name, has no <name>",
        "groupId, the POM's <groupId> is ''",
        "version, the POM's <version> is ''"
    })
    void fieldsOfThePomAreMissed(String field, String words) throws IOException {
        release.withoutField(field);
        isFound(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json"})
    void filesAreMissed(String end) throws IOException {
        Files.delete(release.file("guesscheck-core", end));
        isFound("guesscheck-core-0.1.0" + end + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {".md5", ".sha1", ".sha256", ".sha512"})
    void checksumsAreMissedAndCompared(String algorithm) throws IOException {
        release.addChecksums();
        Path checksum = release.file("guesscheck-core", ".jar" + algorithm);
        Files.writeString(checksum, Files.readString(checksum).replaceFirst("^.", "x"));
        assertEquals(
                List.of("guesscheck-core 0.1.0: guesscheck-core-0.1.0.jar" + algorithm
                        + " is not the checksum of its file"),
                StagingCheck.check(staging, "org.guesscheck").faults());
        Files.delete(checksum);
        assertEquals(
                List.of("guesscheck-core 0.1.0: guesscheck-core-0.1.0.jar" + algorithm + " is missing"),
                StagingCheck.check(staging, "org.guesscheck").faults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/LICENSE",
                "module-info.class",
                "org/guesscheck/nativekernels/lib/linux-x86_64/libguesscheck.so",
                "org/guesscheck/nativekernels/lib/linux-arm64/libguesscheck.so"
            })
    void entriesOfTheJarAreMissed(String entry) throws IOException {
        release.withoutEntry("guesscheck-native", ".jar", entry);
        isFound("guesscheck-native-0.1.0.jar has no " + entry);
    }

    @Test
    void theManifestIsRead() throws IOException {
        release.manifest("guesscheck-core", Map.of("Bundle-License", "MIT"));
        isFound("Bundle-License is MIT, and the POM says Apache-2.0");
        isFound("Implementation-Version is null");
    }

    @Test
    void theBillNamesItsArtifact() throws IOException {
        Files.writeString(release.file("guesscheck-core", "-cyclonedx.json"), "{\"bomFormat\": \"CycloneDX\"}");
        isFound("is no CycloneDX bill of this artifact");
    }

    @Test
    void snapshotsAreRefused() throws IOException {
        release.rename("0.1.0-SNAPSHOT");
        isFound("a release is no snapshot");
    }

    @Test
    void propertiesAreResolved() throws IOException {
        release.replaceInPom("guesscheck-bom", "<description>", "<description>${project.name}");
        isFound("a property that is not resolved");
    }

    @Test
    void theParentStaysInTheBuild() throws IOException {
        release.replaceInPom("guesscheck-core", "<name>", "<parent/><name>");
        isFound("the POM has <parent>");
    }

    @Test
    void dependenciesAreReleased() throws IOException {
        release.replaceInPom("guesscheck-native", "<version>2</version>", "<version>2-SNAPSHOT</version>");
        isFound("the version of the dependency a:b is '2-SNAPSHOT'");
    }

    @Test
    void theBillOfMaterialsGivesTheVersionsThatAreAskedFor() throws IOException {
        release.manage("guesscheck-bom", "a", "b", "2");
        assertEquals(List.of(), check().faults());
        release.manage("guesscheck-bom", "a", "b", "3");
        isFound("it gives a:b the version 3, and what is staged asks for 2");
        release.manage("guesscheck-bom", "a", "c", "2");
        isFound("no artifact asks for a:c");
    }

    @Test
    void whatBelongsToNoArtifactIsFound() throws IOException {
        Files.writeString(staging.resolve("org").resolve("guesscheck").resolve("maven-metadata.xml"), "x");
        Files.writeString(release.file("guesscheck-core", ".jar").resolveSibling("notes.txt"), "x");
        isFound("maven-metadata.xml: no artifact has this file");
        isFound("notes.txt is no file of this artifact");
    }

    @Test
    void aMissingArtifactIsFound() throws IOException {
        release.remove("guesscheck-bom");
        isFound("the staged artifacts are [guesscheck-core, guesscheck-native]");
    }

    @Test
    void theNamespaceIsTheOwners() throws IOException {
        release.addChecksums();
        assertTrue(
                StagingCheck.check(staging, "").left().stream().anyMatch(part -> part.contains("-Downer.namespace")));
        assertEquals(
                List.of("the groupId org.guesscheck is outside the namespace org.guess"),
                StagingCheck.check(staging, "org.guess").faults());
    }

    @Test
    void aSignatureByNobodyIsNoSignature() throws IOException {
        for (Path file : release.originals()) {
            Files.writeString(file.resolveSibling(file.getFileName() + ".asc"), "-----BEGIN PGP SIGNATURE-----");
        }
        Files.delete(release.file("guesscheck-bom", ".pom.asc"));
        isFound("guesscheck-bom-0.1.0.pom is not signed, and other files are");
        isFound("guesscheck-core-0.1.0.jar: its signature is not good");
    }

    @Test
    void aFolderThatIsNotThereIsAFault() throws IOException {
        assertEquals(1, StagingCheck.check(staging.resolve("none"), "").faults().size());
        try (Stream<Path> files = Files.walk(staging)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        isFound("the staged artifacts are []");
    }

    private static String printed(Findings findings, boolean rehearsal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        findings.print(new PrintStream(out), rehearsal);
        return out.toString();
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream());
    }
}
