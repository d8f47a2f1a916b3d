package org.guesscheck.gnc.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of a page that loads no other file: its head with the style sheet, and its end with the scripts. */
public final class PageFrame {
    private PageFrame() {}

    /** Begins a page without scripts, with its head and its heading. */
    public static void begin(Html html, String title) {
        begin(html, title, PageScripts.NONE, "");
    }

    /**
     * Begins a page with its head and its heading.
     *
     * @param style what comes after the style sheet of all pages
     */
    public static void begin(Html html, String title, PageScripts scripts, String style) {
        html.add("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{} – guesscheck</title>
            <style>
            """, scripts.policy(), title);
        html.raw(style()).raw(style).add("</style>\n</head>\n<body>\n<h1>{}</h1>\n", title);
    }

    /** Ends a page without scripts, and returns its whole text. */
    public static String end(Html html) {
        return end(html, PageScripts.NONE);
    }

    /** Ends the page with the scripts that it began with, and returns its whole text. */
    public static String end(Html html, PageScripts scripts) {
        scripts.add(html);
        return html.raw("</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream in = PageFrame.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
