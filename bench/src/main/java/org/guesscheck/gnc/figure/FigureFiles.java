package org.guesscheck.gnc.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.guesscheck.gnc.files.AtomicFile;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/** A chart or another drawing as figure.png, figure.svg and figure.pdf. */
public final class FigureFiles {
    private static final int CHART_WIDTH = 720;
    private static final int CHART_HEIGHT = 480;

    /** The bitmap has this many pixels for each unit, so that it stays sharp in print. */
    private static final int PIXELS = 2;

    private static final List<String> FILES = List.of("figure.png", "figure.svg", "figure.pdf");

    /** The formats, as the ends of files' names. */
    public static final List<String> FORMATS = List.of("png", "svg", "pdf");

    private FigureFiles() {}

    /** A chart in the size that all charts have. */
    private record Chart(JFreeChart chart) implements Drawing {
        @Override
        public int width() {
            return CHART_WIDTH;
        }

        @Override
        public int height() {
            return CHART_HEIGHT;
        }

        @Override
        public void draw(Graphics2D graphics) {
            chart.draw(graphics, new Rectangle2D.Double(0, 0, CHART_WIDTH, CHART_HEIGHT));
        }
    }

    /** Writes a chart as {@link #write(Path, Drawing)} does. */
    public static void write(Path directory, JFreeChart chart) throws IOException {
        write(directory, new Chart(chart));
    }

    /**
     * Writes all three. If {@linkplain Fonts#whyNot no text can be drawn}, it writes none and removes old ones, which show other
     * results.
     */
    public static void write(Path directory, Drawing drawing) throws IOException {
        if (!Fonts.whyNot().isEmpty()) {
            for (String file : FILES) {
                Files.deleteIfExists(directory.resolve(file));
            }
            return;
        }
        AtomicFile.write(directory.resolve("figure.png"), out -> png(out, drawing));
        AtomicFile.write(directory.resolve("figure.svg"), out -> svg(out, drawing));
        AtomicFile.write(directory.resolve("figure.pdf"), out -> pdf(out, drawing));
    }

    /** The format that the end of a file's name asks for, whatever its case; empty if it asks for none of {@link #FORMATS}. */
    public static Optional<String> format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return FORMATS.stream().filter(format -> name.endsWith("." + format)).findFirst();
    }

    /**
     * Writes a chart to a file in the format of its name.
     *
     * @throws IllegalArgumentException if the name has no format
     */
    public static void writeFile(Path file, JFreeChart chart) throws IOException {
        Drawing drawing = new Chart(chart);
        String format = format(file).orElseThrow(() -> new IllegalArgumentException(file + ": png, svg or pdf"));
        AtomicFile.write(file, out -> {
            switch (format) {
                case "png" -> png(out, drawing);
                case "svg" -> svg(out, drawing);
                default -> pdf(out, drawing);
            }
        });
    }

    private static void png(OutputStream out, Drawing drawing) throws IOException {
        BufferedImage image =
                new BufferedImage(PIXELS * drawing.width(), PIXELS * drawing.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PIXELS, PIXELS);
        draw(drawing, graphics);
        // No temporary file, and nothing that is left open where the place can't be written.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
        bytes.writeTo(out);
    }

    private static void svg(OutputStream out, Drawing drawing) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(emptySvg());
        graphics.setSVGCanvasSize(new java.awt.Dimension(drawing.width(), drawing.height()));
        draw(drawing, graphics);
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            graphics.stream(text, true);
        }
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pdf(OutputStream out, Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(drawing.width(), drawing.height()));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, drawing.width(), drawing.height());
            draw(drawing, graphics);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            // Otherwise the clock, so that equal figures had unequal files.
            document.setDocumentId(1L);
            document.save(out);
        }
    }

    private static void draw(Drawing drawing, Graphics2D graphics) {
        drawing.draw(graphics);
        graphics.dispose();
    }
}
