package org.guesscheck.gnc.cli;

import java.util.List;
import org.guesscheck.gnc.check.PanelCheck;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A column of a figure by splitting beside the same by rejection. */
@Command(
        name = "panel",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares splitting with rejection in every trial of a preset's panel at one width or depth,"
                + " within 4 combined standard errors.")
final class CheckPanel extends Check {
    @Parameters(paramLabel = "NAME", description = "A preset that is one panel, such as figure-2-linear.")
    String name;

    @Option(names = "--at", required = true, paramLabel = "N", description = "One of its widths or depths.")
    int value;

    @Option(
            names = "--draws",
            defaultValue = "1e9",
            converter = CountConverter.class,
            paramLabel = "N",
            description = "Draws of rejection in each trial (${DEFAULT-VALUE}).")
    long draws;

    @Option(
            names = "--rel-error",
            defaultValue = "0.03",
            paramLabel = "X",
            description = "Of splitting (${DEFAULT-VALUE}).")
    double relativeError;

    @Override
    void run(Verdicts verdicts) {
        List<SweepConfig> panels = Presets.named(name);
        if (panels.size() != 1) {
            throw new InputException(name + ": a group of panels; one panel, such as figure-2-linear, is allowed");
        }
        SweepConfig panel = panels.getFirst();
        List<Integer> values = panel.axis().values();
        if (!values.contains(value)) {
            throw new InputException("--at: " + value + "; one of " + values + " is allowed");
        }
        new PanelCheck(panel, value, draws, relativeError).run(cancelled(), verdicts);
    }
}
