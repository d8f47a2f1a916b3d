package org.guesscheck.gnc.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.sweep.PanelFiles;

/** The figure of one panel or of several: the printed figures, and the numbers from which scripts draw in their place. */
final class FigurePart {
    private FigurePart() {}

    /**
     * Adds it.
     *
     * @param id name of this place in the page
     * @param members panels that one figure has room for
     */
    static void add(Html html, String id, List<Placed> members) throws IOException {
        PanelResult first = members.getFirst().panel();
        List<Placed> drawn = members.stream()
                .filter(placed -> PanelData.exists(placed.panel()))
                .toList();
        if (drawn.isEmpty()) {
            html.raw("<figure>\n");
        } else {
            html.add("<figure class=\"instrument\" data-label=\"{}\">\n", FigureCaption.label(first.config()));
            html.raw("<script type=\"application/json\">")
                    .raw(PanelData.of(drawn))
                    .raw("</script>\n");
        }
        printed(html, id, members);
        captions(html, members);
        html.raw("</figure>\n");
    }

    private static void captions(Html html, List<Placed> members) {
        boolean same = members.stream()
                        .map(placed -> FigureCaption.of(placed.panel()))
                        .distinct()
                        .count()
                == 1;
        for (Placed placed : same ? members.subList(0, 1) : members) {
            String name = same ? "" : placed.directory() + ": ";
            html.add("<figcaption>{}{}</figcaption>\n", name, FigureCaption.of(placed.panel()));
        }
    }

    private static void printed(Html html, String id, List<Placed> members) throws IOException {
        List<String> missing = new ArrayList<>();
        html.raw("<div class=\"printed\">\n");
        for (int i = 0; i < members.size(); i++) {
            PanelResult panel = members.get(i).panel();
            Path file = panel.directory().resolve(PanelFiles.FIGURE);
            if (!Files.isRegularFile(file)) {
                missing.add(members.get(i).directory());
                continue;
            }
            String prefix = id + "-" + (i + 1) + "-";
            html.raw("<div>");
            if (members.size() > 1) {
                html.add("<p>{}</p>", members.get(i).directory());
            }
            html.raw(SvgFigure.read(file, prefix, FigureCaption.label(panel.config())))
                    .raw("</div>\n");
        }
        html.raw("</div>\n");
        if (missing.size() == members.size()) {
            html.raw("<p class=\"printed-note\">There is no printed figure here: nothing was finished, or there were no"
                    + " fonts.</p>\n");
        } else {
            missing.forEach(name -> html.add("<p class=\"printed-note\">{} has no printed figure.</p>\n", name));
        }
    }
}
