package org.guesscheck.gnc.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.text.InputException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * A figure.svg as an element of a page with several figures. Only shapes and text are taken over: no scripts, and nothing that a
 * browser would fetch. Names inside get a prefix, so that they are unique in the page.
 */
final class SvgFigure {
    private static final Set<String> ELEMENTS =
            Set.of("svg", "g", "defs", "clipPath", "path", "line", "rect", "circle", "polyline", "polygon", "text");

    private static final Set<String> ATTRIBUTES = Set.of(
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "width",
            "height",
            "points",
            "transform",
            "id",
            "clipPathUnits",
            "style",
            "fill",
            "stroke");

    private final String prefix;
    private final StringBuilder out = new StringBuilder();

    private SvgFigure(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Reads a file.
     *
     * @param prefix prefix of the names inside, unique in the page
     * @param label description of the figure for screen readers
     * @throws InputException if it is not an SVG file
     */
    static String read(Path file, String prefix, String label) throws IOException {
        Element root = parse(file).getDocumentElement();
        String width = root.getAttribute("width");
        String height = root.getAttribute("height");
        if (!root.getTagName().equals("svg") || !width.matches("\\d+") || !height.matches("\\d+")) {
            throw new InputException(file + ": not an SVG figure with a width and a height in pixels");
        }
        root.removeAttribute("width");
        root.removeAttribute("height");
        SvgFigure figure = new SvgFigure(prefix);
        String head = new Html()
                .add("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"", width, height, label)
                .toString();
        figure.element(root);
        return head + figure.out.substring("<svg".length());
    }

    private static Document parse(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // The figure names the DTD of SVG, which is not needed and must not be fetched.
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(in);
        } catch (SAXException e) {
            throw new InputException(file + ": not an SVG figure (" + e.getMessage() + ")");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void element(Element element) {
        String name = element.getTagName();
        if (!ELEMENTS.contains(name)) {
            return;
        }
        out.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute((Attr) attributes.item(i));
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case Element inner -> element(inner);
                case Text text when name.equals("text") -> out.append(Html.escape(text.getData()));
                default -> {}
            }
        }
        out.append("</").append(name).append('>');
    }

    private void attribute(Attr attribute) {
        String name = attribute.getName();
        String value = attribute.getValue();
        // A reference may point only to a name inside the figure.
        boolean foreign = value.replace("url(#", "").contains("url(") || value.contains("@") || value.contains("\\");
        if (!ATTRIBUTES.contains(name) || foreign) {
            return;
        }
        String own = name.equals("id") ? prefix + value : value.replace("url(#", "url(#" + prefix);
        out.append(' ').append(name).append("=\"").append(Html.escape(own)).append('"');
    }
}
