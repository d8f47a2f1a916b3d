package org.guesscheck.gnc.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same panel in one directory or several.
 *
 * @param title its title in the first directory that has it
 * @param members the panels, in the order of the directories
 */
record PanelGroup(String title, List<Placed> members) {
    /** Keeps a copy. */
    PanelGroup {
        members = List.copyOf(members);
    }

    /**
     * The panels of all directories: of one title together, or where every directory has one panel, all of them together. Panels of
     * one directory stay apart.
     */
    static List<PanelGroup> of(List<ResultDirectory> directories, List<String> names) {
        boolean single =
                directories.stream().allMatch(results -> results.panels().size() == 1);
        Map<String, List<Placed>> groups = new LinkedHashMap<>();
        for (int i = 0; i < directories.size(); i++) {
            Map<String, Integer> seen = new HashMap<>();
            for (PanelResult panel : directories.get(i).panels()) {
                String title = single ? "" : panel.config().title();
                String key = seen.merge(title, 1, Integer::sum) + " " + title;
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(new Placed(names.get(i), panel));
            }
        }
        return groups.values().stream()
                .map(members ->
                        new PanelGroup(members.getFirst().panel().config().title(), members))
                .toList();
    }

    /** Whether it is in several directories. */
    boolean compared() {
        return members.size() > 1;
    }

    /** Whether all vary the same fields and are drawn in the same way, so that one figure has room for them. */
    boolean drawnTogether() {
        PanelResult first = members.getFirst().panel();
        return members.stream()
                .map(Placed::panel)
                .allMatch(panel -> panel.fields().equals(first.fields())
                        && panel.config().grid().figure()
                                == first.config().grid().figure());
    }
}
