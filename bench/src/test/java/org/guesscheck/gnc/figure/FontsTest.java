package org.guesscheck.gnc.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AWTError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where text can't be drawn, in the ways in which JDKs fail then. */
class FontsTest {
    private static String whenDrawingThrows(Throwable failure) {
        return Fonts.whyNot(() -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }

    @Test
    void everyFailureOfFontsIsOneSentenceThatSaysWhatToInstall() {
        for (Throwable failure : List.of(
                new RuntimeException("what the JDK said"),
                new InternalError("what the JDK said"),
                new Error("what the JDK said"),
                new UnsatisfiedLinkError("what the JDK said"),
                new NoClassDefFoundError("what the JDK said"))) {
            String said = whenDrawingThrows(failure);
            assertTrue(
                    said.startsWith("figures can't be drawn, since no text can (what the JDK said): install "), said);
            assertTrue(said.contains("fonts-dejavu-core"), said);
            assertTrue(said.lines().count() == 1, said);
        }
        String silent = whenDrawingThrows(new NullPointerException());
        assertTrue(silent.startsWith("figures can't be drawn, since no text can (NullPointerException): "), silent);
    }

    @Test
    void aMissingDisplayIsNotTakenForMissingFonts() {
        String said = whenDrawingThrows(new AWTError("no display"));
        assertEquals(
                "figures can't be drawn, since no text can (no display): start the JVM with -Djava.awt.headless=true,"
                        + " since it looks for a display",
                said);
    }

    @Test
    void otherErrorsAreNotTakenForMissingFonts() {
        assertThrows(OutOfMemoryError.class, () -> whenDrawingThrows(new OutOfMemoryError()));
        assertThrows(StackOverflowError.class, () -> whenDrawingThrows(new StackOverflowError()));
    }

    @Test
    void thisMachineDrawsFigures() {
        assertEquals("", Fonts.whyNot());
    }
}
