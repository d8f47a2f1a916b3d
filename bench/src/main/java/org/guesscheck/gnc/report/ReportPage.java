package org.guesscheck.gnc.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.page.Html;
import org.guesscheck.gnc.page.PageFrame;
import org.guesscheck.gnc.page.PageScripts;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/** The page of one result directory, or of several beside each other: one HTML file that loads no other file. */
public final class ReportPage {
    /** Name of the file. */
    public static final String FILE = PanelFiles.REPORT;

    private final List<ResultDirectory> directories;
    private final Html html = new Html();

    private ReportPage(List<ResultDirectory> directories) {
        this.directories = directories;
    }

    /**
     * Writes the page into the directory of a sweep with one panel or several, or of learning curves.
     *
     * @return the page's file
     * @throws InputException if the directory is missing, or has no results or broken results
     */
    public static Path write(Path directory) throws IOException {
        String page = text(List.of(directory));
        AtomicFile.requireWritable(directory, "DIR");
        Path file = directory.resolve(FILE);
        AtomicFile.write(file, page);
        return file;
    }

    /**
     * Writes the page of one directory or several.
     *
     * @throws InputException if a directory is missing, is there twice, or has no results or broken results
     */
    public static void write(List<Path> directories, Path file) throws IOException {
        AtomicFile.requireWritableFile(file, "--out");
        AtomicFile.write(file, text(directories));
    }

    private static String text(List<Path> directories) throws IOException {
        if (directories.size() == 1 && LearningResult.is(directories.getFirst())) {
            return page(LearningResult.read(directories.getFirst()));
        }
        Set<Path> seen = new HashSet<>();
        List<ResultDirectory> results = new ArrayList<>();
        for (Path directory : directories) {
            if (LearningResult.is(directory)) {
                throw new InputException(
                        directory + ": is of learning curves, which have a page of their own; it is allowed alone");
            }
            results.add(ResultDirectory.read(directory));
            if (!seen.add(directory.toRealPath())) {
                throw new InputException(directory + ": the same directory is named twice; each is allowed once");
            }
        }
        return new ReportPage(results).page();
    }

    private static PageScripts scripts() {
        return new PageScripts(List.of())
                .with(ChartLibrary.script())
                .with(PageFrame.class, "tables.js", "copy.js")
                .with(ReportPage.class, Instrument.SCRIPTS);
    }

    private static String page(LearningResult result) throws IOException {
        PageScripts scripts = scripts();
        Html html = new Html();
        PageFrame.begin(html, result.title(), scripts, ChartLibrary.style());
        html.raw("<section id=\"panel-1\">\n");
        LearningSection.add(html, result);
        html.raw("</section>\n");
        return PageFrame.end(html, scripts);
    }

    private String page() throws IOException {
        PageScripts scripts = scripts();
        boolean several = directories.size() > 1;
        List<String> names = DirectoryNames.of(
                directories.stream().map(ResultDirectory::path).toList());
        List<PanelGroup> groups = PanelGroup.of(directories, names);
        List<ResultDirectory.Unfinished> unfinished = directories.stream()
                .flatMap(directory -> directory.unfinished().stream())
                .toList();
        boolean alone = groups.size() == 1;
        String title = several
                ? String.join(" beside ", names)
                : alone ? groups.getFirst().title() : names.getFirst();
        PageFrame.begin(html, title, scripts, ChartLibrary.style());
        if (!alone || several || !unfinished.isEmpty()) {
            Contents.add(html, groups, unfinished, several);
        }
        for (int i = 0; i < groups.size(); i++) {
            section(groups.get(i), "panel-" + (i + 1), !alone || several);
        }
        return PageFrame.end(html, scripts);
    }

    private void section(PanelGroup group, String id, boolean titled) throws IOException {
        html.add("<section id=\"{}\">\n", id);
        if (titled) {
            html.add("<h2>{}</h2>\n", group.title());
        }
        if (group.compared()) {
            GroupSection.add(html, id, group);
        } else {
            PanelSection.add(html, id, group.members().getFirst());
        }
        html.raw("</section>\n");
    }
}
