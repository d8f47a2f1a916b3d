package org.guesscheck.gnc.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scripts of a page, which are inside it. The page's policy names their digests, so a browser runs them and no other.
 *
 * @param texts the text of each
 */
public record PageScripts(List<String> texts) {
    /** A page without scripts. */
    static final PageScripts NONE = new PageScripts(List.of());

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if a text would end its element, or a browser would read it otherwise than its digest says
     */
    public PageScripts {
        texts = List.copyOf(texts);
        for (String text : texts) {
            if (text.contains("</script") || text.contains("<!--") || text.contains("\r")) {
                throw new IllegalArgumentException("a script that can't be inside a page");
            }
        }
    }

    /** One script more: files beside a class, in this order, whose functions see each other and nothing else sees. */
    public PageScripts with(Class<?> beside, String... files) {
        String joined = Arrays.stream(files)
                .map(file -> read(beside, file))
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
        return with(joined);
    }

    /** One script more. */
    public PageScripts with(String text) {
        List<String> all = new ArrayList<>(texts);
        all.add(text);
        return new PageScripts(all);
    }

    /** The text of a resource beside a class. */
    private static String read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page with these scripts may do: have styles of its own, run these scripts, and load nothing. */
    String policy() {
        String allowed = texts.isEmpty()
                ? "'none'"
                : texts.stream().map(PageScripts::digest).collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src "
                + allowed;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the elements. */
    void add(Html html) {
        texts.forEach(text -> html.raw("<script>").raw(text).raw("</script>\n"));
    }
}
