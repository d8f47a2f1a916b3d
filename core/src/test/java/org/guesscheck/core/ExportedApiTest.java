package org.guesscheck.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guesscheck.core.sampler.Sampler;
import org.junit.jupiter.api.Test;

/** What a program on the module path can name. */
class ExportedApiTest {
    private static final String CORE = "org.guesscheck.core";

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream in = Sampler.class.getResourceAsStream("/module-info.class")) {
            return ModuleDescriptor.read(in);
        }
    }

    private static Set<String> exported(Predicate<Exports> which) throws IOException {
        return descriptor().exports().stream()
                .filter(which)
                .map(Exports::source)
                .map(name -> name.substring(CORE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void embeddersSeeProblemsNetworksSamplersAndResults() throws IOException {
        assertEquals(
                Set.of(
                        "baseline",
                        "comparison",
                        "problem",
                        "data",
                        "network",
                        "sampler",
                        "posterior",
                        "parts",
                        "descent",
                        "estimate",
                        "provider"),
                exported(e -> !e.isQualified()));
    }

    @Test
    void otherKernelsSeeTheirInterfacesAlone() throws IOException {
        assertEquals(Set.of("kernel", "kernel.descent", "matrix", "random"), exported(Exports::isQualified));
    }

    /** A signature that names a hidden type could be seen and not used. */
    @Test
    void signaturesNameExportedTypesAlone() throws IOException {
        Set<String> packages = exported(e -> !e.isQualified()).stream()
                .map(name -> CORE + "." + name)
                .collect(Collectors.toSet());
        List<JavaClass> seen = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CORE).stream()
                        .filter(type -> packages.contains(type.getPackageName()))
                        .filter(ExportedApiTest::isPublic)
                        .toList();
        assertFalse(seen.isEmpty());
        List<String> hidden = seen.stream()
                .flatMap(type -> named(type)
                        .filter(other -> other.getPackageName().startsWith(CORE))
                        .filter(other -> !packages.contains(other.getPackageName()) || !isPublic(other))
                        .map(other -> type.getSimpleName() + " names " + other.getName()))
                .toList();
        assertEquals(List.of(), hidden);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ExportedApiTest::isPublic).orElse(true);
    }

    private static Stream<JavaClass> named(JavaClass type) {
        Stream<JavaClass> units = type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(unit ->
                        Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())));
        Stream<JavaClass> fields = type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .map(field -> field.getRawType());
        Stream<JavaClass> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        return Stream.of(units, fields, parents).flatMap(s -> s).map(JavaClass::getBaseComponentType);
    }
}
