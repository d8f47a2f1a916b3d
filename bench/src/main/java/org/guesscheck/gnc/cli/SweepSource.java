package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.guesscheck.gnc.config.ConfigReader;
import org.guesscheck.gnc.config.OwnProblem;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.Titles;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.sweep.EarlierRun;
import org.guesscheck.gnc.text.InputException;
import org.guesscheck.gnc.work.Interruptible;

/**
 * The panels that a command names, before its options change them.
 *
 * @param panels at least one
 * @param name of a preset or a file; null for a problem alone
 * @param run all of a run.json, of which the only panel is
 */
record SweepSource(List<SweepConfig> panels, String name, Optional<ObjectNode> run) {
    /**
     * Reads what was named.
     *
     * @param name of a preset or a file; null for none
     * @param problem a file that takes the place of the generated problems; null for none
     * @param stop asked often; true ends the reading
     */
    static SweepSource of(String name, Path problem, BooleanSupplier stop) {
        if (problem == null) {
            return named(name);
        }
        ProblemRecipe own = Interruptible.call(stop, () -> OwnProblem.recipe(problem));
        if (name == null) {
            return new SweepSource(List.of(Presets.of(own, Titles.of(problem))), null, Optional.empty());
        }
        SweepSource source = named(name);
        // The results of a run.json were those of other problems.
        return new SweepSource(
                source.panels().stream()
                        .map(config -> config.problem(generated -> own))
                        .toList(),
                name,
                Optional.empty());
    }

    private static SweepSource named(String name) {
        if (name.isEmpty()) {
            throw new InputException("NAME|FILE: empty; a preset or a config file is needed");
        }
        if (!Presets.has(name) && Files.isDirectory(Path.of(name))) {
            throw new InputException(name + ": this is a directory; a preset or a config file is needed, such as the"
                    + " run.json that a sweep leaves in its directory");
        }
        boolean file = name.equals(InputText.STANDARD_INPUT) || name.endsWith(".json") || Files.exists(Path.of(name));
        if (Presets.has(name) || !file) {
            return new SweepSource(Presets.named(name), name, Optional.empty());
        }
        ConfigReader.Found found = ConfigReader.find(Path.of(name), System.err::println);
        return new SweepSource(List.of(found.config()), name, found.run());
    }

    /** The sweep that is repeated, where a run.json was named: its results are compared with those of the config that is run. */
    Optional<EarlierRun> earlier(SweepConfig here) {
        return run.map(all -> EarlierRun.of(name, all, panels.getFirst(), here));
    }
}
