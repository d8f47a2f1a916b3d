package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.platform.OnceLog;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a backend is chosen and what is said of it, on a clock that goes by the work and not by the time. */
class MeasuredChoiceTest {
    private static final Question QUESTION =
            new Question(Problem.sensing(5, 5, 1, 15, 1), Network.linear(5, 2), 1, 0.1f, 64);

    private final List<String> said = new ArrayList<>();
    private final OnceLog log = new OnceLog(logger(said), new HashSet<>());
    private long now;

    /** Slow for its first groups, as code is that waits for the compiler, and takes this many nanoseconds for a group then. */
    private Backend backend(String name, long coldGroups, long nanosPerGroup) {
        return new Backend() {
            private long done;

            @Override
            public String name() {
                return name;
            }

            @Override
            public ChunkKernel kernel(Question question) {
                return (chunk, from, groups, report) -> {
                    now += groups * (done < coldGroups ? 1000 : 1) * nanosPerGroup;
                    done += groups;
                };
            }

            @Override
            public Stages stages(Question question) {
                throw new UnsupportedOperationException();
            }

            @Override
            public DescentKernel descent(DescentShape shape) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private MeasuredChoice choice(List<Backend> usable, List<String> reasons) {
        return new MeasuredChoice(usable, reasons, log, () -> now);
    }

    private String chosen(long draws, Backend... usable) {
        return choice(List.of(usable), List.of("another can't be used: try this"))
                .chosen(QUESTION, draws)
                .name();
    }

    private static System.Logger logger(List<String> said) {
        return new System.Logger() {
            @Override
            public String getName() {
                return "test";
            }

            @Override
            public boolean isLoggable(Level level) {
                return true;
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                said.add(level + " " + message);
            }

            @Override
            public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
                said.add(level + " " + format);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"100, 200, first", "200, 100, second", "100, 100, second"})
    void aLongRunTakesWhatMeasuresFaster(long first, long second, String expected) {
        assertEquals(expected, chosen(1L << 40, backend("first", 500, first), backend("second", 0, second)));
    }

    @Test
    void aShortRunTakesWhatIsFastFromItsFirstCall() {
        long start = now;
        assertEquals("ready", chosen(1_000_000, backend("compiled", 500, 10), backend("ready", 0, 100)));
        assertTrue(now - start < MeasuredChoice.BUDGET / 10, "a short run is not measured for long");
    }

    @Test
    void codeThatIsCompiledLateIsWaitedFor() {
        // 2 seconds of groups that take 100 microseconds each.
        assertEquals("compiled", chosen(1L << 40, backend("compiled", 20_000, 100), backend("ready", 0, 150)));
        assertEquals(
                List.of("INFO the compiled backend is used: measured draws/s of one thread: compiled 1.60e+08, ready"
                        + " 1.07e+08; another can't be used: try this"),
                said);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1000000000, 100", "0, 1000"})
    void measuringCostsAFractionOfTheRun(long coldGroups, long nanosPerGroup) {
        long draws = 5 * MeasuredChoice.WORTH * MeasuredChoice.BUDGET / 4 / 100 * Question.LANES;
        long start = now;
        chosen(draws, backend("a", coldGroups, nanosPerGroup), backend("b", 0, 100));
        long measured = now - start;
        long run = draws / Question.LANES * 100;
        assertTrue(measured > MeasuredChoice.BUDGET / 30 && 20 * measured < run, measured + " of " + run);
    }

    @Test
    void whatIsCompiledIsNotMeasuredForLong() {
        chosen(1L << 40, backend("a", 0, 100), backend("b", 0, 100));
        assertTrue(now < MeasuredChoice.BUDGET / 10, now + " ns");
    }

    @Test
    void theChoiceIsSaidOnceWithWhatToDo() {
        chosen(1000, backend("the only one", 0, 100));
        chosen(1000, backend("the only one", 0, 100));
        assertEquals(List.of("INFO the the only one backend is used: another can't be used: try this"), said);
    }

    @Test
    void aReasonIsSaidWithOneOfTheChoices() {
        chosen(1000, backend("one", 0, 100));
        chosen(1000, backend("other", 0, 100));
        assertEquals(
                List.of(
                        "INFO the one backend is used: another can't be used: try this",
                        "INFO the other backend is used"),
                said);
    }

    @Test
    void aNamedBackendIsAlwaysChosen() {
        assertEquals(
                "scalar", Backends.chooser("scalar").chosen(QUESTION, 1L << 40).name());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Backends.chooser("gpu"))
                .getMessage()
                .startsWith("backend: 'gpu'; auto, vector"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Backends.named("auto"))
                .getMessage()
                .startsWith("backend: 'auto'; vector"));
    }

    @Test
    void aChoiceWithNothingToDoIsForWhoLooksForAFault() {
        choice(List.of(backend("fast and whole", 0, 100)), List.of()).chosen(QUESTION, 1000);
        assertEquals(List.of("DEBUG the fast and whole backend is used"), said);
    }

    @Test
    void aBackendOfAMissingModuleIsRefusedWithAReason() {
        var failure = assertThrows(UnsupportedOperationException.class, () -> Backends.named("jni-avx2"));
        assertEquals(
                "backend jni: the native module is missing: add guesscheck-native to the class path",
                failure.getMessage());
        assertTrue(Backends.names().containsAll(List.of("auto", "vector-256", "jni", "scalar")));
        assertThrows(IllegalArgumentException.class, () -> Backends.named("gpu"));
    }
}
