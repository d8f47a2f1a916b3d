package org.guesscheck.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.guesscheck.bench.guard.finding.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every seeded fault is found, in the method that has it, and sound kernels have none. */
class SeedsTest {
    @BeforeAll
    static void requireObjdump() {
        GuardedSeed.requireObjdump();
    }

    @ParameterizedTest
    @CsvSource({
        "species, INTRINSIC, SpeciesNotConstant::scale, VectorSupport::",
        "species, BOXED, SpeciesNotConstant::scale, makes",
        "helper, CALL, LongHelper::loop, LongHelper::helper (C2: hot method too big)",
        "helper, BOXED, LongHelper::helper, in every call",
        "spill, SPILL, Spill::sums, of vectors to the stack",
        "mixed, WIDTHS, MixedLoop::scale, of 2 widths",
        "boxed, BOXED, BoxedField::add, in every pass"
    })
    void theFaultIsFound(String seed, Finding.Kind kind, String method, String words)
            throws IOException, InterruptedException {
        GuardReport report = GuardedSeed.of(seed);
        assertTrue(
                report.faults().stream()
                        .anyMatch(one -> one.kind() == kind
                                && one.method().endsWith("." + method)
                                && one.text().contains(words)
                                && one.place().contains(", near line ")),
                () -> GuardText.of(report));
    }

    /** The kernel of normals does not need what C2 learns from other vectors in the same JVM. */
    @Test
    void aThirdWidthIsSound() throws IOException, InterruptedException {
        GuardReport report = GuardedSeed.of("widths", List.of("org.guesscheck.core.kernel.vector.*::*"));
        List<Finding> found = report.faults().stream()
                .filter(one -> one.kind() == Finding.Kind.INTRINSIC || one.kind() == Finding.Kind.BOXED)
                .toList();
        assertEquals(List.of(), found, () -> GuardText.of(report));
        assertEquals(
                3,
                report.methods().stream()
                        .filter(one -> one.name().endsWith("VectorNormals::fill"))
                        .count(),
                () -> GuardText.of(report));
    }

    @Test
    void overlappingLoadsAreARemark() throws IOException, InterruptedException {
        GuardReport report = GuardedSeed.of("window");
        assertTrue(
                report.remarks().stream()
                        .anyMatch(one -> one.method().endsWith("SlidingWindow::sums")
                                && one.text().contains("start at 3 places")),
                () -> GuardText.of(report));
    }

    @Test
    void soundKernelsHaveNoFault() throws IOException, InterruptedException {
        GuardReport report = GuardedSeed.of("sound");
        assertEquals(List.of(), report.findings(), () -> GuardText.of(report));
        for (String kernel : List.of("dot", "bits", "widened", "plain")) {
            assertTrue(
                    report.withVectors().stream().anyMatch(one -> one.name().endsWith("Sound::" + kernel)),
                    () -> kernel + " was not examined: " + report.methods());
        }
    }
}
