package org.guesscheck.gnc.page;

import org.guesscheck.gnc.text.PlainText;

/** The text of a page. Values are escaped as they are added. For one thread. */
public final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Replaces the special characters of HTML elements and quoted attributes by references. */
    public static String escape(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.appendCodePoint(c);
                default -> out.append(PlainText.of(Character.toString(c)));
            }
        });
        return out.toString();
    }

    /** Adds HTML in which each {} is replaced by an escaped value. */
    public Html add(String html, Object... values) {
        int from = 0;
        for (Object value : values) {
            int at = html.indexOf("{}", from);
            text.append(html, from, at).append(escape(String.valueOf(value)));
            from = at + 2;
        }
        text.append(html, from, html.length());
        return this;
    }

    /** Adds text that is already HTML. */
    public Html raw(String html) {
        text.append(html);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
