package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guesscheck.gnc.json.Json;

/** A Chromium without a window, asked and told by its DevTools protocol over a web socket. */
final class Browser implements AutoCloseable {
    private static final long SECONDS = 20;
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger last = new AtomicInteger();

    private Browser(Process process, String address) throws IOException {
        this.process = process;
        this.socket =
                await(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new Messages()));
    }

    /** The program, or nothing where this machine has none. */
    private static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Why no browser can be started; empty where one can. */
    static String whyNot() {
        return program().isPresent() ? "" : "there is no chromium here (Debian: the package chromium)";
    }

    /**
     * Starts it.
     *
     * @param profile an empty folder for what it writes
     */
    static Browser start(Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program().orElseThrow(() -> new IOException(whyNot())).toString(),
                        "--headless",
                        // Tests may run as root, and the pages are their own.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Not closed before the process: it would be told that nobody reads.
        BufferedReader said = process.errorReader();
        StringBuilder all = new StringBuilder();
        String line;
        while ((line = said.readLine()) != null) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return new Browser(process, line.substring(LISTENING.length()));
            }
            all.append(line).append('\n');
        }
        throw new IOException("the browser ended: " + all);
    }

    /** A new tab. */
    BrowserTab tab() throws IOException {
        String target = ask("", "Target.createTarget", Json.object().put("url", "about:blank"))
                .get("targetId")
                .asText();
        String session = ask(
                        "",
                        "Target.attachToTarget",
                        Json.object().put("targetId", target).put("flatten", true))
                .get("sessionId")
                .asText();
        return new BrowserTab(this, session);
    }

    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /** Sends a command to a session, or to the browser itself, and waits for the answer. */
    JsonNode ask(String session, String method, ObjectNode params) throws IOException {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", params);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        await(socket.sendText(Json.line(message), true));
        JsonNode got = await(answer);
        if (got.has("error")) {
            throw new IOException(method + ": " + got.get("error"));
        }
        return got.get("result");
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the browser does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Puts messages together, and passes answers and events on. */
    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
            text.append(part);
            if (whole) {
                JsonNode message = Json.parse(text.toString(), "browser");
                text.setLength(0);
                if (message.has("id")) {
                    asked.remove(message.get("id").asInt()).complete(message);
                } else {
                    listeners.forEach(listener -> listener.accept(message));
                }
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            ask("", "Browser.close", Json.object());
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            socket.abort();
        }
    }
}
