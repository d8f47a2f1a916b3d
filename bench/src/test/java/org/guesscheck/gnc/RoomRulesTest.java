package org.guesscheck.gnc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.gnc.check.CheckCommand;
import org.guesscheck.gnc.cli.Gnc;
import org.guesscheck.gnc.options.GncCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package of the command and of the benchmarks may know which: what comes first knows nothing of what follows. */
class RoomRulesTest {
    private static final String ALL = "org.guesscheck";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ALL + ".gnc", ALL + ".bench");

    @ParameterizedTest
    @CsvSource({
        "gnc.work, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.text gnc.files gnc.json gnc.figure"
                + " gnc.terminal gnc.config gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check"
                + " gnc.cli bench.suite bench.page bench.jmh",
        "gnc.text, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.files gnc.json gnc.figure gnc.terminal"
                + " gnc.config gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli"
                + " bench.suite bench.page bench.jmh",
        "gnc.files, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.json gnc.figure gnc.terminal gnc.config"
                + " gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite"
                + " bench.page bench.jmh",
        "gnc.npy, gnc.cluster gnc.data gnc.work gnc.files gnc.json gnc.arrays gnc.parts gnc.figure gnc.terminal"
                + " gnc.config gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli"
                + " bench.suite bench.page bench.jmh",
        "gnc.data, gnc.cluster gnc.work gnc.json gnc.arrays gnc.parts gnc.figure gnc.terminal gnc.config gnc.journal"
                + " gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.arrays, gnc.cluster gnc.data gnc.parts gnc.figure gnc.terminal gnc.config gnc.journal gnc.sweep gnc.page"
                + " gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page bench.jmh",
        "gnc.json, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.figure gnc.terminal gnc.config gnc.journal"
                + " gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.cluster, gnc.data gnc.npy gnc.arrays gnc.parts gnc.files gnc.json gnc.figure gnc.terminal gnc.config"
                + " gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite"
                + " bench.page bench.jmh",
        "gnc.parts, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.json gnc.figure gnc.terminal gnc.config gnc.journal"
                + " gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.figure, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.json gnc.terminal gnc.config gnc.journal"
                + " gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.terminal, gnc.data gnc.npy gnc.arrays gnc.parts gnc.json gnc.figure gnc.config gnc.journal gnc.sweep"
                + " gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page bench.jmh",
        "gnc.config, gnc.learn gnc.cluster gnc.parts gnc.figure gnc.terminal gnc.journal gnc.sweep gnc.page gnc.report"
                + " gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page bench.jmh",
        "gnc.journal, gnc.learn gnc.figure gnc.terminal gnc.sweep gnc.page gnc.report gnc.study gnc.options gnc.check"
                + " gnc.cli bench.suite bench.page bench.jmh",
        "gnc.sweep, gnc.learn gnc.terminal gnc.page gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite"
                + " bench.page bench.jmh",
        "gnc.page, gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.json gnc.figure gnc.terminal gnc.config"
                + " gnc.journal gnc.sweep gnc.report gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.report, gnc.terminal gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page bench.jmh",
        "gnc.study, gnc.learn gnc.terminal gnc.page gnc.report gnc.options gnc.check gnc.cli bench.suite bench.page"
                + " bench.jmh",
        "gnc.learn, gnc.work gnc.cluster gnc.data gnc.npy gnc.arrays gnc.parts gnc.terminal gnc.page gnc.report"
                + " gnc.study gnc.options gnc.check gnc.cli bench.suite bench.page bench.jmh",
        "gnc.options, gnc.learn gnc.figure gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.check gnc.cli"
                + " bench.suite bench.page bench.jmh",
        "bench.guard, gnc.terminal gnc.config gnc.journal gnc.page gnc.report gnc.study gnc.options gnc.check"
                + " gnc.cli bench.page bench.jmh",
        "bench.suite, bench.guard gnc.terminal gnc.config gnc.journal gnc.page gnc.report gnc.study gnc.options"
                + " gnc.check gnc.cli bench.page bench.jmh",
        "bench.page, bench.guard gnc.terminal gnc.config gnc.journal gnc.report gnc.study gnc.options gnc.check"
                + " gnc.cli bench.jmh",
        "gnc.check, gnc.page gnc.report gnc.study gnc.cli bench.page bench.jmh",
        "gnc.cli, bench.jmh",
        "bench.jmh, gnc.terminal gnc.config gnc.journal gnc.sweep gnc.page gnc.report gnc.study gnc.options"
                + " gnc.check gnc.cli bench.page"
    })
    void knowsNothingOfWhatFollows(String room, String following) {
        List<String> names = List.of(following.split(" "));
        noClasses()
                .that(describe("are in " + room, type -> room.equals(roomOf(type))))
                .should()
                .dependOnClassesThat(describe("are in " + following, type -> names.contains(roomOf(type))))
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ALL + ".(*.*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** A reference upwards inside the room of commands: all of them are known to the program, and none knows it. */
    @Test
    void noCommandKnowsTheProgram() {
        noClasses()
                .that()
                .areAssignableTo(GncCommand.class)
                .or()
                .areAssignableTo(CheckCommand.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Gnc.class)
                .check(CLASSES);
    }

    @Test
    void everyClassIsInARoomThatTheseRulesKnow() {
        classes()
                .should()
                .resideInAnyPackage(Stream.of(
                                "gnc.work",
                                "gnc.text",
                                "gnc.files",
                                "gnc.json",
                                "gnc.npy",
                                "gnc.data",
                                "gnc.learn",
                                "gnc.arrays",
                                "gnc.figure",
                                "gnc.cluster",
                                "gnc.parts",
                                "gnc.journal",
                                "gnc.terminal",
                                "gnc.config",
                                "gnc.sweep",
                                "gnc.page",
                                "gnc.report",
                                "gnc.study",
                                "gnc.options",
                                "gnc.check",
                                "gnc.cli",
                                "bench.suite",
                                "bench.page",
                                "bench.jmh..",
                                "bench.guard..",
                                "bench.starter")
                        .map(name -> ALL + "." + name)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ALL + ".") ? name.substring(ALL.length() + 1) : "";
    }
}
