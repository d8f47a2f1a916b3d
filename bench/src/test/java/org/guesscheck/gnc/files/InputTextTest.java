package org.guesscheck.gnc.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InputTextTest {
    @TempDir
    Path directory;

    @Test
    void aMarkOfTheByteOrderIsNoText() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "\uFEFF{\"a\": 1}");
        assertEquals("{\"a\": 1}", InputText.read(file));
        assertEquals(1, Json.read(file).path("a").asInt());
        assertEquals(
                1, Json.parse("\uFEFF{\"a\": 1}", "a journal's line").path("a").asInt());
        assertEquals("", InputText.read(Files.writeString(file, "\uFEFF")));
    }

    @Test
    void standardInputIsRead() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        try {
            assertEquals("{}", InputText.read(Path.of("-")));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void whoReadsAPipeIsKnownToWait() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", pipe.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        FutureTask<String> reader = new FutureTask<>(() -> InputText.read(pipe));
        Thread.ofPlatform().daemon().start(reader);
        while (!Waiting.now()) {
            Thread.onSpinWait();
        }
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("text", reader.get());
        assertFalse(Waiting.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1"})
    void otherEncodingsAreRefusedByName(String charset) throws IOException {
        String text = charset.equals("UTF-16LE") ? "\uFEFFa\u00e4" : "a\u00e4";
        Path file = Files.write(directory.resolve("file"), text.getBytes(charset));
        String message =
                assertThrows(InputException.class, () -> InputText.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": ") && message.contains("UTF-8"), message);
        assertEquals(charset.startsWith("UTF-16"), message.contains("UTF-16 text"), message);
    }

    @Test
    void whatIsNoFileIsSaid() {
        assertEquals(
                directory + ": this is a directory; a file is needed",
                assertThrows(InputException.class, () -> InputText.read(directory))
                        .getMessage());
        Path missing = directory.resolve("missing");
        assertEquals(
                missing + ": there is no such file",
                assertThrows(InputException.class, () -> InputText.read(missing))
                        .getMessage());
    }
}
