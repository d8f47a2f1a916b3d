package org.guesscheck.nativekernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs programs in JVMs of their own, on the class path and without the incubator module. */
public final class ChildJvm {
    /** What users may have set. */
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "GUESSCHECK_ISA", "OPENBLAS_CORETYPE");

    private ChildJvm() {}

    /** What a program printed, with the places of some classes on its class path. */
    public static List<String> run(
            Class<?> program, List<String> arguments, List<Class<?>> needed, List<String> options)
            throws IOException, InterruptedException {
        List<String> places = needed.stream().map(ChildJvm::placeOf).distinct().toList();
        return run(program, arguments, places, options, Map.of());
    }

    /** What a program printed, with a class path and variables of its environment. */
    public static List<String> run(
            Class<?> program,
            List<String> arguments,
            List<String> places,
            List<String> options,
            Map<String, String> variables)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("child-", ".log");
        try {
            ProcessBuilder builder = builder(program, arguments, places, options);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the program hangs");
            assertEquals(0, process.exitValue(), () -> "it crashed: " + read(log));
            return Files.readAllLines(log);
        } finally {
            Files.delete(log);
        }
    }

    /** A program to be started, without the variables that users may have set. */
    public static ProcessBuilder builder(
            Class<?> program, List<String> arguments, List<String> places, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(places.stream().collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(VARIABLES);
        return builder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Where a class was loaded from, a folder or a jar; the tests' own folder is not where the module's classes are. */
    public static String placeOf(Class<?> type) {
        String url = type.getResource(type.getSimpleName() + ".class").toString();
        return placeOf(url.substring(0, url.indexOf("/org/guesscheck/")));
    }

    /** The file of a URL, or of the jar that it points into. */
    public static String placeOf(String url) {
        String jar = url.startsWith("jar:") ? url.substring("jar:".length()) : url;
        int inside = jar.indexOf('!');
        return Path.of(URI.create(inside < 0 ? jar : jar.substring(0, inside))).toString();
    }
}
