package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guesscheck.gnc.json.Json;

/** A page in a browser, with pointer and keyboard. */
final class BrowserTab {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Their virtual codes, and the text that a key enters. */
    private static final Map<String, Integer> CODES = Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            " ",
            32,
            "ArrowLeft",
            37,
            "ArrowUp",
            38,
            "ArrowRight",
            39,
            "ArrowDown",
            40);

    private final Browser browser;
    private final String session;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    BrowserTab(Browser browser, String session) throws IOException {
        this.browser = browser;
        this.session = session;
        browser.listen(this::heard);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            ask(domain + ".enable", Json.object());
        }
    }

    private void heard(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        JsonNode what = event.path("params");
        switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                problems.add(what.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> problems.add(what.path("args").toString());
            case "Log.entryAdded" -> problems.add(what.path("entry").toString());
            case "Network.requestWillBeSent" ->
                requests.add(what.path("request").path("url").asText());
            default -> {}
        }
    }

    private JsonNode ask(String method, ObjectNode params) throws IOException {
        return browser.ask(session, method, params);
    }

    /** Opens a file and waits until it is loaded. */
    void open(Path page) throws IOException {
        problems.clear();
        requests.clear();
        ask("Page.navigate", Json.object().put("url", page.toUri().toString()));
        until("location.pathname.endsWith('" + page.getFileName() + "') && document.readyState === 'complete'");
    }

    /** What the console said, from errors on. */
    List<String> problems() {
        return problems;
    }

    /** What was loaded. */
    List<String> requests() {
        return requests;
    }

    /** The value of an expression. */
    JsonNode value(String expression) throws IOException {
        JsonNode answer = ask(
                "Runtime.evaluate",
                Json.object()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String expression) throws IOException {
        return value(expression).asText();
    }

    /** Waits until an expression is true. */
    void until(String expression) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!value(expression).asBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never became true: " + expression);
            }
        }
    }

    /** Moves the pointer. */
    void pointTo(double x, double y) throws IOException {
        mouse("mouseMoved", x, y, 0);
    }

    /** Clicks in the middle of an element, which is scrolled to first. */
    void click(String selector) throws IOException {
        double[] middle = middle(selector);
        pointTo(middle[0], middle[1]);
        mouse("mousePressed", middle[0], middle[1], 1);
        mouse("mouseReleased", middle[0], middle[1], 1);
    }

    /** Moves the pointer into the middle of an element, which is scrolled to first. */
    void pointTo(String selector) throws IOException {
        double[] middle = middle(selector);
        pointTo(middle[0], middle[1]);
    }

    private double[] middle(String selector) throws IOException {
        double[] box = box(selector);
        return new double[] {box[0] + box[2] / 2, box[1] + box[3] / 2};
    }

    /** Left, top, width and height of an element, after it was scrolled to. */
    double[] box(String selector) throws IOException {
        JsonNode box = value("(() => { const e = document.querySelector(" + quoted(selector)
                + "); e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect();"
                + " return [b.left, b.top, b.width, b.height]; })()");
        return new double[] {
            box.get(0).asDouble(),
            box.get(1).asDouble(),
            box.get(2).asDouble(),
            box.get(3).asDouble()
        };
    }

    static String quoted(String text) {
        return Json.line(Json.object().put("t", text))
                .replaceFirst("^\\{\"t\":", "")
                .replaceFirst("}$", "");
    }

    private void mouse(String type, double x, double y, int clicks) throws IOException {
        ask(
                "Input.dispatchMouseEvent",
                Json.object()
                        .put("type", type)
                        .put("x", x)
                        .put("y", y)
                        .put("button", clicks == 0 ? "none" : "left")
                        .put("clickCount", clicks));
    }

    /** Gives the keyboard to an element. */
    void focus(String selector) throws IOException {
        value("document.querySelector(" + quoted(selector) + ").focus()");
    }

    /** Presses a key. */
    void press(String key) throws IOException {
        ObjectNode down = Json.object()
                .put("type", "keyDown")
                .put("key", key)
                .put("code", key.equals(" ") ? "Space" : key)
                .put("windowsVirtualKeyCode", CODES.get(key));
        if (key.equals("Enter") || key.equals(" ")) {
            down.put("text", key.equals(" ") ? " " : "\r");
        }
        ask("Input.dispatchKeyEvent", down);
        down.put("type", "keyUp").remove("text");
        ask("Input.dispatchKeyEvent", down);
    }

    /** Chooses an item of a list, as a user's choice does. */
    void choose(String selector, String item) throws IOException {
        value("(() => { const s = document.querySelector(" + quoted(selector)
                + "); const o = [...s.options].find(o => o.text === " + quoted(item)
                + " && !o.disabled); s.value = o.value; s.dispatchEvent(new Event('change')); })()");
    }

    /** Gives the page a width in CSS pixels. */
    void size(int width, int height) throws IOException {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Shows the page as for a reader who wants it light or dark, on a screen or on paper. */
    void show(String medium, String scheme) throws IOException {
        ObjectNode params = Json.object().put("media", medium);
        params.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        ask("Emulation.setEmulatedMedia", params);
    }

    /** Lets no script run in pages that are opened from now on, or again lets all. */
    void withoutScripts(boolean without) throws IOException {
        ask("Emulation.setScriptExecutionDisabled", Json.object().put("value", without));
    }
}
