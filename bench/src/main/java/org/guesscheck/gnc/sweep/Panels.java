package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.text.InputException;

/** The panels of one sweep command with their journals, all of which are looked at before the first panel runs. */
public final class Panels implements AutoCloseable {
    private final List<Panel> panels = new ArrayList<>();
    private final Answers answers = new Answers();

    private Panels() {}

    /**
     * Opens the journals of the panels' directories, which exist.
     *
     * @throws InputException if one is broken or in use
     */
    public static Panels open(List<SweepConfig> configs, Function<SweepConfig, Path> directory) throws IOException {
        Panels panels = new Panels();
        try {
            for (SweepConfig config : configs) {
                Path path = directory.apply(config);
                panels.panels.add(new Panel(config, path, Journal.open(path, config)));
            }
        } catch (IOException | RuntimeException e) {
            panels.close();
            throw e;
        }
        return panels;
    }

    /** In the order in which they are to run. */
    public List<Panel> list() {
        return List.copyOf(panels);
    }

    /** What guess and check has answered in panels that are done. */
    public Answers answers() {
        return answers;
    }

    /**
     * Checks that all panels can be run.
     *
     * @throws InputException if another sweep is to be resumed, or a sweep would be lost that is not to be overwritten
     */
    public void check(Beginning beginning) {
        switch (beginning) {
            case RESUME -> panels.forEach(panel -> panel.journal().requireSameSweep());
            case FRESH -> {
                requireNothingUnfinished();
                requireNoOtherSweep();
            }
            case OVERWRITE -> {}
        }
    }

    /** The directories that hold the sweep that is to be run, all of it finished. */
    public List<Path> finished() {
        return panels.stream()
                .filter(panel -> panel.journal().begun() && panel.journal().complete())
                .map(Panel::directory)
                .toList();
    }

    /** How many cells have all their results. */
    public int finishedCells() {
        return panels.stream().mapToInt(panel -> panel.journal().cells()).sum();
    }

    /** How much is there already, in words. */
    public String progress() {
        int units = panels.stream().mapToInt(panel -> panel.journal().units()).sum();
        int all = panels.stream().mapToInt(panel -> panel.journal().allUnits()).sum();
        return units + " of " + all + " units of work are finished";
    }

    /** Of several panels that were begun together, the finished ones are part of what is unfinished. */
    private void requireNothingUnfinished() {
        if (panels.stream().allMatch(panel -> panel.journal().complete())) {
            return;
        }
        for (Panel panel : panels) {
            Journal journal = panel.journal();
            if (journal.started()) {
                throw new InputException(journal.file() + ": holds " + journal.units()
                        + " finished units of a sweep that is not complete; --resume goes on with it, another --out or"
                        + " --overwrite starts over");
            }
        }
    }

    private void requireNoOtherSweep() {
        for (Panel panel : panels) {
            Journal journal = panel.journal();
            journal.otherResults().filter(what -> journal.started()).ifPresent(what -> {
                throw new InputException(journal.file() + ": is of another sweep, which is finished (" + what
                        + "); another --out keeps it, and --overwrite replaces it");
            });
        }
    }

    @Override
    public void close() throws IOException {
        for (Panel panel : panels) {
            panel.journal().close();
        }
    }
}
