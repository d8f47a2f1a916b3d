package org.guesscheck.gnc.report;

import java.util.List;
import org.guesscheck.gnc.page.Html;

/** The table of contents of a page: a row for each panel of each directory. */
final class Contents {
    private Contents() {}

    /**
     * Adds it.
     *
     * @param groups panels, whose places in the page are named in this order
     * @param unfinished directories without results
     * @param several whether the page is of several directories
     */
    static void add(Html html, List<PanelGroup> groups, List<ResultDirectory.Unfinished> unfinished, boolean several) {
        html.raw("<nav aria-label=\"Contents\"><div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">panel</th>");
        if (several) {
            html.raw("<th scope=\"col\">directory</th>");
        }
        html.raw("""
            <th scope="col">sweep</th><th scope="col">finished</th>
            <th scope="col">failed</th><th scope="col">not trustworthy</th><th scope="col">not fitted</th></tr></thead><tbody>
            """);
        for (int i = 0; i < groups.size(); i++) {
            for (Placed placed : groups.get(i).members()) {
                row(html, "panel-" + (i + 1), placed, several);
            }
        }
        for (ResultDirectory.Unfinished directory : unfinished) {
            html.add(
                    "<tr><th scope=\"row\">{}</th><td colspan=\"{}\" class=\"doubt\">⚠ {}</td></tr>\n",
                    several ? directory.path() : directory.path().getFileName(),
                    several ? 6 : 5,
                    directory.why());
        }
        html.raw("</tbody></table></div></nav>\n");
    }

    private static void row(Html html, String id, Placed placed, boolean several) {
        PanelResult panel = placed.panel();
        html.add(
                "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th>",
                id,
                panel.config().title());
        if (several) {
            html.add("<td>{}</td>", placed.directory());
        }
        html.add("<td>{}</td>", ConfigInWords.sweep(panel.config()));
        html.add(panel.interrupted() ? "<td class=\"doubt\">⚠ {}</td>" : "<td>{}</td>", panel.finished());
        marked(html, panel.failed());
        marked(html, panel.doubtful());
        marked(html, panel.unfittedCells());
        html.raw("</tr>\n");
    }

    private static void marked(Html html, long count) {
        html.add(count > 0 ? "<td class=\"doubt\">⚠ {}</td>" : "<td>{}</td>", count);
    }
}
