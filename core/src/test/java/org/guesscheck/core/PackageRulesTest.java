package org.guesscheck.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package may know of the others. The order of the packages is the order in which data flows. */
class PackageRulesTest {
    private static final String CORE = "org.guesscheck.core";
    private static final String VECTOR_API = "jdk.incubator.vector..";

    private static final String FLIGHT_RECORDER = "jdk.jfr..";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void dependsOnTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE + "..", "java..", VECTOR_API, FLIGHT_RECORDER)
                .check(CLASSES);
    }

    @Test
    void onlyTheVectorBackendTouchesTheVectorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CORE + ".kernel.vector..", CORE + ".matrix.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VECTOR_API)
                .check(CLASSES);
    }

    @Test
    void onlyTheEventsTouchFlightRecorder() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ChunkEvent")
                .and()
                .doNotHaveSimpleName("RecordedChunks")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FLIGHT_RECORDER)
                .check(CLASSES);
    }

    @Test
    void onlyKernelKnowsItsBackends() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + ".kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + ".kernel.scalar..", CORE + ".kernel.vector..")
                .check(CLASSES);
    }

    /** The interface of gradient descent's kernels lies below the backends that implement it. */
    @Test
    void kernelsOfDescentKnowNoBackend() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".kernel.descent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + ".kernel", CORE + ".kernel.scalar..", CORE + ".kernel.vector..")
                .check(CLASSES);
    }

    @Test
    void onlyMatrixKnowsWhoMultiplies() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + ".matrix..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE + ".matrix.scalar..", CORE + ".matrix.vector..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "parts, provider platform linear matrix random problem data network kernel sampler descent estimate posterior"
                + " comparison",
        "provider, parts platform linear matrix random problem data network kernel sampler descent estimate posterior"
                + " comparison",
        "platform, linear matrix random problem data network kernel sampler descent estimate posterior comparison",
        "linear, platform matrix random problem data network kernel sampler descent estimate posterior comparison",
        "random, linear matrix problem data network kernel sampler descent estimate posterior comparison",
        "matrix, linear random problem data network kernel sampler descent estimate posterior comparison",
        "problem, data network kernel sampler descent estimate posterior comparison",
        "data, provider platform matrix problem network kernel sampler descent estimate posterior baseline"
                + " comparison",
        "network, sampler descent estimate posterior comparison",
        "sampler, descent matrix comparison",
        "descent, sampler posterior comparison",
        "kernel, sampler descent estimate matrix posterior comparison",
        "estimate, problem data network kernel sampler descent posterior comparison",
        "posterior, platform linear matrix problem network kernel sampler descent comparison",
        "baseline, kernel random sampler descent estimate matrix posterior comparison",
        "comparison, provider parts platform linear matrix network kernel baseline"
    })
    void knowsNothingFurtherDownTheStream(String name, String further) {
        List<String> names = List.of(further.split(" "));
        noClasses()
                .that(describe("are in " + name, type -> name.equals(topOf(type))))
                .should()
                .dependOnClassesThat(describe("are in " + further, type -> names.contains(topOf(type))))
                .check(CLASSES);
    }

    /** The methods' rooms: below the samplers that embedders call, beside each other, above the shared work. */
    @ParameterizedTest
    @CsvSource({
        "work, rejection splitting conditional auto",
        "rejection, splitting conditional auto",
        "splitting, rejection conditional auto",
        "conditional, rejection splitting auto"
    })
    void aMethodKnowsNoOther(String room, String others) {
        String samplers = CORE + ".sampler";
        noClasses()
                .that()
                .resideInAPackage(samplers + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others.split(" "))
                        .map(other -> samplers + "." + other + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noMethodKnowsTheSamplersThatEmbeddersCall() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".sampler.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + ".sampler")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyClassIsInAPackageThatTheseRulesKnow() {
        classes()
                .that()
                .doNotHaveSimpleName("module-info")
                .should()
                .resideInAnyPackage(Stream.of(
                                "provider",
                                "platform",
                                "linear",
                                "matrix",
                                "random",
                                "problem",
                                "data",
                                "network",
                                "sampler",
                                "descent",
                                "estimate",
                                "posterior",
                                "kernel",
                                "parts",
                                "baseline",
                                "comparison")
                        .map(name -> CORE + "." + name + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    private static String topOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(CORE + ".") ? name.substring(CORE.length() + 1).split("\\.")[0] : "";
    }
}
