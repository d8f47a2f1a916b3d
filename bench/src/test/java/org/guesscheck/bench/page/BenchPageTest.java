package org.guesscheck.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guesscheck.bench.suite.MeasuredJson;
import org.guesscheck.bench.suite.RecordedRun;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page of recorded runs, two of one machine and one of another. Their round numbers let each fact be worked out by hand. */
class BenchPageTest {
    private static ObjectNode node(String name) throws IOException {
        try (var in = BenchPageTest.class.getResourceAsStream(name + ".json")) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name + ".json");
        }
    }

    private static RecordedRun run(String name) throws IOException {
        return MeasuredJson.read(name + ".json", node(name));
    }

    private static String page(String... names) throws IOException {
        List<RecordedRun> runs = Stream.of(names)
                .map(name -> {
                    try {
                        return run(name);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        return BenchPage.text(runs);
    }

    private static String section(String page, String id) {
        int from = page.indexOf("<section id=\"" + id + "\">");
        return page.substring(from, page.indexOf("</section>", from));
    }

    /** The cells of the table row that has a text, without their tags. */
    private static List<String> row(String html, String text) {
        String row = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(r -> r.group())
                .filter(r -> r.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is in no row"));
        return Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL)
                .matcher(row)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    @Test
    void aKernelStandsBelowThePeakAndTheBandwidthWhereItsArraysStay() throws IOException {
        String roofline = section(page("later"), "roofline");
        // 1/4 operation a byte, at most 200 GB/s from the cache of 32 KiB that holds 20 KiB; 30 G of the 50 G that this
        // allows.
        assertEquals(
                List.of(
                        "1",
                        "products/small",
                        "0.25",
                        "20 KiB",
                        "L1 (16 KiB)",
                        "50.0 Gflop/s",
                        "bandwidth",
                        "vector-512",
                        "30.0 Gflop/s",
                        "60 %",
                        "30 %"),
                row(roofline, "products/small"));
        // 64 MiB stay in no cache: 4 operations a byte at 10 GB/s.
        assertEquals(
                List.of("memory (256 MiB)", "40.0 Gflop/s", "bandwidth", "openblas", "45.0 Gflop/s", "113 %"),
                row(roofline, "gemm/wide").subList(4, 10));
        // 4.75 operations a byte at 200 GB/s are above the peak of 100 Gflop/s.
        assertEquals(
                List.of("100 Gflop/s", "FMA peak"), row(roofline, ">normals<").subList(5, 7));
        assertEquals(List.of("reading L3 (8.0 MiB)", "20.0 GB/s", "5"), row(roofline, "reading L3"));
        assertFalse(roofline.contains("draws/tanh"), "operations of tanh are not counted");
    }

    @Test
    void everyMarkOfThePlotHasItsNumberInWords() throws IOException {
        String roofline = section(page("later"), "roofline");
        assertEquals(
                4,
                Pattern.compile("<title>").matcher(roofline).results().count(),
                "three kernels, one of them on two backends");
        assertTrue(roofline.contains("<title>products/small, scalar: 3 Gflop/s, 6.0 % of its roof</title>"), roofline);
        assertTrue(roofline.contains("role=\"img\" aria-label=\"Roofline"));
    }

    @Test
    void aRunWithoutBandwidthsHasNoRooflineAndSaysWhy() throws IOException {
        String roofline = section(page("earlier"), "roofline");
        assertTrue(roofline.contains("There is no roofline"), roofline);
        assertFalse(roofline.contains("<svg"), roofline);
    }

    @Test
    void scalingIsTheRateOverThatOfOneThread() throws IOException {
        String scaling = section(page("later"), "scaling");
        assertEquals(List.of("threads/w5-d2", "4", "30.0 Mdraws/s", "3", "75 %"), row(scaling, "30.0 Mdraws"));
        // Medians: 305 of four threads over 99 of one.
        assertEquals(List.of("peak/fma/vector-512", "4", "305 Gflops/s", "3.08", "77 %"), row(scaling, "305 G"));
    }

    @Test
    void runsOfAnotherMachineAreListedAndNotCompared() throws IOException {
        String history = section(page("later", "elsewhere", "earlier"), "history");
        assertEquals(
                List.of(
                        "1",
                        "2026-01-05 08:00Z",
                        "Example CPU",
                        "4",
                        "Example-25 25+1",
                        "aaaa1111",
                        "yes",
                        "earlier.json"),
                row(history, "aaaa1111"));
        assertEquals("⚠ no: another machine", row(history, "cccc3333").get(6));
        assertTrue(history.contains("Other &lt;CPU&gt;"));
        // Run 2 is the other machine's, so the columns are runs 1 and 3.
        assertEquals(
                List.of("products/small/scalar", "2.00 Gflops/s", "3.00 Gflops/s", "1.5"),
                row(history, "products/small/scalar"));
        assertTrue(history.contains("<title>products, run 3: 1.5 times</title>"), history);
        assertFalse(history.contains("run 2:"), history);
        assertFalse(history.contains("read/"), "the earlier run has no bandwidths");
    }

    @Test
    void oneRunIsNotComparedWithItself() throws IOException {
        assertTrue(section(page("later", "elsewhere"), "history").contains("Nothing is compared"));
        InputException twice = assertThrows(InputException.class, () -> page("later", "later"));
        assertEquals("later.json: the same run as later.json; each run is allowed once", twice.getMessage());
    }

    @Test
    void aRunWithoutADateIsRefused() throws IOException {
        ObjectNode node = node("later");
        node.put("end", "yesterday");
        RecordedRun run = MeasuredJson.read("later.json", node);
        String said = assertThrows(InputException.class, () -> BenchPage.text(List.of(run)))
                .getMessage();
        assertTrue(said.startsWith("later.json: end: 'yesterday' is not a time such as"), said);
    }

    @Test
    void loadsNothingAndItsPlotsAreWellFormed() throws Exception {
        String page = page("earlier", "elsewhere", "later");
        assertFalse(
                page.contains("src=") || page.contains("href=") || page.contains("url("), "a page that loads a file");
        var plots = Pattern.compile("<svg class=\"plot\".*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(r -> r.group())
                .toList();
        assertEquals(3, plots.size());
        for (String plot : plots) {
            assertFalse(plot.contains("NaN") || plot.contains("Infinity"), plot);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(plot)));
        }
    }
}
