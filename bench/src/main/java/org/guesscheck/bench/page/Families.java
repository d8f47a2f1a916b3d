package org.guesscheck.bench.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of figures say: family, kernel and backend, as in {@code draws/w5-d2/vector-512}. */
final class Families {
    /** In the order of the suite, which is that of their marks. */
    static final List<String> ALL =
            List.of("peak", "read", "generator", "normals", "draws", "products", "gemm", "epochs");

    private static final Pattern BACKEND = Pattern.compile("(.*)/((?:vector|jni|scalar|openblas|plain-java)[^/]*)");

    private Families() {}

    static String of(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    /** The name without its backend. */
    static String withoutBackend(String id) {
        Matcher matcher = BACKEND.matcher(id);
        return matcher.matches() ? matcher.group(1) : id;
    }

    /** The backend, or what computes a figure without one: gradient descent of one run, in plain Java. */
    static String backend(String id) {
        Matcher matcher = BACKEND.matcher(id);
        return matcher.matches() ? matcher.group(2) : "plain-java";
    }

    /** Whether a backend is plain Java. */
    static boolean isPlain(String backend) {
        return backend.equals("scalar") || backend.equals("plain-java");
    }
}
