package org.guesscheck.gnc.cli;

import java.util.Locale;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.study.Studies;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;

/** The list of presets. */
@Command(
        name = "presets",
        description = "Lists the built-in sweeps.",
        footer = {"", "Example: gnc presets"})
final class PresetsCommand extends GncCommand {
    @Override
    public Integer call() {
        Presets.all()
                .values()
                .forEach(c -> System.out.printf(
                        Locale.ROOT,
                        "%-22s %s %s, %s prior%s, rank %d, %s, eps %s, %.0e draws, %d trials%n",
                        c.title(),
                        c.axis().field().label(),
                        c.axis().values(),
                        OptionNames.of(c.network().prior()),
                        c.network().normalized() ? " normalized" : "",
                        c.problem().rank(),
                        c.problem().completion() ? "completion" : "sensing",
                        c.guess().eps(),
                        (double) c.guess().draws(),
                        c.trials().count()));
        Studies.all().forEach(study -> System.out.printf("%-22s %s%n", study.name(), study.shows()));
        System.out.println(
                "figure-1 ... figure-11 run the three panels of a figure, paper runs all of figures 1 to 11.");
        return ExitCode.DONE;
    }
}
