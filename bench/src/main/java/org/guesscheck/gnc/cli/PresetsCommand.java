package org.guesscheck.gnc.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.LearningPresets;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.study.Studies;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The list of presets. */
@Command(
        name = "presets",
        description = "Lists the built-in sweeps and learning curves, or prints the format of sweeps of one's own.",
        footer = {"", "Example: gnc presets"})
final class PresetsCommand extends GncCommand {
    @Option(names = "--schema", description = "Print the JSON Schema of config files instead.")
    private boolean schema;

    @Override
    public Integer call() {
        if (schema) {
            System.out.print(ConfigJson.schema());
            return ExitCode.DONE;
        }
        Presets.all()
                .values()
                .forEach(c -> System.out.printf(
                        Locale.ROOT,
                        "%-22s %s, %s prior%s, rank %d, %s, eps %s, %.0e draws, %d trials%n",
                        c.title(),
                        axes(c),
                        OptionNames.of(c.network().prior()),
                        c.network().normalized() ? " normalized" : "",
                        c.problem().rank(),
                        c.problem().completion() ? "completion" : "sensing",
                        c.guess().eps(),
                        (double) c.guess().draws(),
                        c.trials().count()));
        Studies.all().forEach(study -> System.out.printf("%-22s %s%n", study.name(), study.shows()));
        System.out.println(
                "figure-1 ... figure-11, figure-2-fits, map-width-depth and ratio-depth-width run the three panels of"
                    + " a figure, paper runs all of figures 1 to 11, and wide-and-deep runs the maps and ratios, which"
                    + " share their cells.");
        LearningPresets.all()
                .forEach(preset -> System.out.printf("%-26s %s: %s%n", preset.name(), preset.shows(), preset.words()));
        System.out.println("chiang-... and peleg-hein-... are learning curves: gnc learn --preset NAME. Options that"
                + " are given stand in place of the preset's. --data and --labels of peleg-hein-... are digits of"
                + " toolchain/data/mnist --half.");
        return ExitCode.DONE;
    }

    private static String axes(SweepConfig c) {
        return c.axes().stream()
                .map(axis -> axis.field().label() + " "
                        + axis.values().stream().map(Numeral::text).toList())
                .collect(Collectors.joining(" x "));
    }
}
