package org.guesscheck.gnc.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The library that draws the axes and lines of charts, uPlot, as the jar of its WebJar has it. */
final class ChartLibrary {
    private static final String NAME = "uplot";
    private static final String RECORD = "/META-INF/maven/org.webjars.npm/" + NAME + "/pom.properties";

    private ChartLibrary() {}

    /** The script, below the licence that every copy must have. */
    static String script() {
        return "/*!\nuPlot " + version() + "\n\n" + file("LICENSE").replace("*/", "* /") + "*/\n"
                + file("dist/uPlot.iife.min.js");
    }

    /** The style sheet. */
    static String style() {
        return file("dist/uPlot.min.css");
    }

    /** The version that the build pinned. */
    static String version() {
        try (InputStream in = open(RECORD)) {
            Properties record = new Properties();
            record.load(in);
            return record.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        try (InputStream in = open("/META-INF/resources/webjars/" + NAME + "/" + version() + "/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = ChartLibrary.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing: the jar of " + NAME + " is not on the class path");
        }
        return in;
    }
}
