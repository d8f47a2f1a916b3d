package org.guesscheck.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guesscheck.bench.config.ConfigReader;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.study.Setting;
import org.guesscheck.bench.study.Studies;
import org.guesscheck.bench.study.Study;
import org.guesscheck.bench.study.StudyFiles;
import org.guesscheck.bench.sweep.AtomicFile;
import org.guesscheck.bench.sweep.Cell;
import org.guesscheck.bench.sweep.SweepRun;
import org.guesscheck.core.sampler.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Whole experiments. */
@Command(
        name = "sweep",
        description = "Runs guess and check and gradient descent over widths or depths, and draws the figure.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc sweep figure-1-linear --trials 4 --draws 1e7 --out results/first"})
final class SweepCommand implements Callable<Integer> {
    @ParentCommand
    Gnc gnc;

    @Parameters(paramLabel = "NAME|FILE", description = "A preset (see gnc presets) or a config file.")
    String source;

    @Mixin
    SweepOverrides overrides;

    @Mixin
    SamplerOptions sampling;

    @Option(names = "--out", paramLabel = "DIR", description = "Directory of the results (results/NAME).")
    Path out;

    @Override
    public Integer call() throws IOException {
        sampling.check();
        Optional<Study> study = Studies.named(source);
        if (study.isPresent()) {
            return run(study.get());
        }
        List<SweepConfig> panels = panels().stream().map(overrides::apply).toList();
        Path base = out == null ? Path.of("results") : out;
        boolean own = out != null && panels.size() == 1;
        for (SweepConfig panel : panels) {
            AtomicFile.requireWritable(own ? base : base.resolve(panel.title()), "--out");
        }
        for (SweepConfig panel : panels) {
            int code = run(panel, own ? base : base.resolve(panel.title()));
            if (code != Gnc.DONE) {
                return code;
            }
        }
        return Gnc.DONE;
    }

    private int run(Study study) throws IOException {
        overrides.requireOnlySeed(study.name());
        Path directory = out == null ? Path.of("results").resolve(study.name()) : out;
        AtomicFile.requireWritable(directory, "--out");
        int threads = sampling.threads().orElse(Runtime.getRuntime().availableProcessors());
        long seed = overrides.seed == null ? 1 : overrides.seed;
        Setting setting =
                new Setting(seed, threads, sampling.backend, gnc.interruption::requested, System.err::println);
        StudyFiles.write(directory, study.name(), study.run(setting));
        System.out.println(directory);
        return Gnc.DONE;
    }

    private List<SweepConfig> panels() {
        return !Presets.has(source) && (Files.exists(Path.of(source)) || source.endsWith(".json"))
                ? List.of(ConfigReader.read(Path.of(source), System.err::println))
                : Presets.named(source);
    }

    private int run(SweepConfig config, Path directory) throws IOException {
        ProgressLine line = new ProgressLine();
        int cells = config.trials() * config.values().size();
        int done = new SweepRun(
                        config,
                        directory,
                        sampling.threads(),
                        sampling.backend,
                        gnc.interruption::requested,
                        new Reporter(config, line))
                .run();
        line.clear();
        if (done < cells) {
            System.err.println("gnc: interrupted; " + done + " of " + cells + " results are saved in " + directory);
            return Gnc.INTERRUPTED;
        }
        System.out.println(directory);
        return Gnc.DONE;
    }

    /** Tells on stderr what a sweep does. */
    private record Reporter(SweepConfig config, ProgressLine line) implements SweepRun.Watcher {
        @Override
        public void samples(int trial, int value, Progress progress) {
            synchronized (line) {
                line.label(cell(trial, value) + ": ");
                line.accept(progress);
            }
        }

        @Override
        public void finished(Cell cell, int value) {
            long accepted = Math.round(cell.estimate().accepted());
            String guess = accepted == 0
                    ? "none accepted"
                    : String.format(
                            Locale.ROOT,
                            "%.4g (%d accepted, %s%s)",
                            cell.posteriorMean(),
                            accepted,
                            cell.posterior().sampler(),
                            cell.trustworthy() ? "" : ", NOT TRUSTWORTHY");
            line.line(String.format(
                    Locale.ROOT,
                    "%s: guess and check %s, prior %.4g, gradient descent %.4g",
                    cell(cell.trial(), value),
                    guess,
                    cell.posterior().prior().mean(),
                    cell.descent().generalizationLoss()));
        }

        private String cell(int trial, int value) {
            return String.format(
                    "%s trial %d/%d %s %d",
                    config.title(), trial + 1, config.trials(), Names.of(config.sweep()), value);
        }
    }
}
