package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.config.ConfigReader;
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.OwnProblem;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.Titles;
import org.guesscheck.gnc.figure.Fonts;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.study.Setting;
import org.guesscheck.gnc.study.Studies;
import org.guesscheck.gnc.study.Study;
import org.guesscheck.gnc.study.StudyFiles;
import org.guesscheck.gnc.sweep.Answers;
import org.guesscheck.gnc.sweep.OnCluster;
import org.guesscheck.gnc.sweep.Panel;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.sweep.Panels;
import org.guesscheck.gnc.sweep.SweepExecution;
import org.guesscheck.gnc.sweep.SweepRun;
import org.guesscheck.gnc.sweep.ThisMachine;
import org.guesscheck.gnc.sweep.Watcher;
import org.guesscheck.gnc.sweep.Workplace;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import org.guesscheck.gnc.work.Interruptible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whole experiments. */
@Command(
        name = "sweep",
        description = "Runs guess and check and gradient descent along one axis or two, and draws the figure.",
        footer = {
            "",
            "A sweep that was interrupted or killed goes on with the same command and --resume. Without it, a directory"
                    + " with unfinished work is refused, and one with a finished sweep is started over.",
            "",
            "Example: gnc sweep figure-1-linear --trials 4 --draws 1e7 --out results/first",
            "Example: gnc sweep figure-1-tanh --axis width=5,20,80 --axis depth=2..4 --no-descent",
            "Example: gnc sweep figure-1-linear --sampler rejection --draws 1e11 --master spark://host:7077"
        })
final class SweepCommand extends GncCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME|FILE",
            completionCandidates = SweepNames.class,
            description =
                    "A preset (see gnc presets), or a config file (- for standard input). With --problem it may be"
                            + " left out: then the settings are those of figure-1-linear, with one trial.")
    String source;

    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description = "A problem file that takes the place of the generated problems.")
    Path problem;

    @Mixin
    SweepOverrides overrides;

    @Mixin
    SamplerOptions sampling;

    @Mixin
    ClusterOptions cluster;

    @Option(names = "--out", paramLabel = "DIR", description = "Directory of the results (results/NAME).")
    Path out;

    @Option(
            names = "--resume",
            description =
                    "Go on with the sweep that was interrupted in this directory; what it finished is not computed"
                            + " again, and the results are those of a sweep without interruption.")
    boolean resume;

    @Override
    public Integer call() throws IOException {
        sampling.check();
        cluster.check();
        if (!sampling.backend().equals("auto") && !cluster.asked()) {
            // Otherwise every trial would fail for the same reason.
            Backends.chooser(sampling.backend());
        }
        if (source == null && problem == null) {
            throw new InputException("NAME|FILE: missing; a preset or a config file is needed, or --problem FILE");
        }
        Optional<Study> study = Optional.ofNullable(source).flatMap(Studies::named);
        if (study.isPresent()) {
            return run(study.get());
        }
        List<SweepConfig> configs = panels().stream().map(overrides::apply).toList();
        configs.forEach(config -> config.problem().own().ifPresent(OwnProblem::requireUnchanged));
        configs.forEach(SweepCommand::requireBudget);
        if (!cluster.asked()) {
            return run(configs, new ThisMachine(sampling.threads(), sampling.backend()));
        }
        // Before anything is made, since nobody may answer.
        try (Engine engine = ClusterWork.connect(
                cluster, sampling, this::interrupted, program().debug())) {
            TaskCosts costs = new TaskCosts();
            int code = run(configs, new OnCluster(engine, cluster.tasks(), costs));
            if (code == ExitCode.DONE) {
                costs.inWords(engine).ifPresent(System.err::println);
            }
            return code;
        }
    }

    private int run(List<SweepConfig> configs, Workplace workplace) throws IOException {
        Path base = out == null ? Path.of("results") : out;
        boolean own = out != null && configs.size() == 1;
        Function<SweepConfig, Path> directory = c -> own ? base : base.resolve(c.title());
        for (SweepConfig config : configs) {
            AtomicFile.requireWritable(directory.apply(config), "--out", PanelFiles.names());
        }
        configs.forEach(SweepCommand::sayReduced);
        String noFigures = noFigures();
        try (Panels panels = Panels.open(configs, directory)) {
            panels.check(resume);
            if (resume) {
                System.err.println("going on: " + panels.progress());
            }
            ProgressLine line = new ProgressLine();
            int worst = ExitCode.DONE;
            for (Panel panel : panels.list()) {
                String number = configs.size() == 1
                        ? ""
                        : " (" + (panels.list().indexOf(panel) + 1) + "/" + configs.size() + ")";
                int code = run(panel, panels.answers(), workplace, number, line);
                if (code == ExitCode.INTERRUPTED) {
                    return code;
                }
                worst = Math.max(worst, code);
            }
            int drawn = withoutFigures(noFigures, "; the same command with --resume draws them afterwards");
            return Math.max(worst, drawn);
        }
    }

    /** Why figures can't be drawn, said before the work begins; empty if they can. */
    private static String noFigures() {
        String reason = Fonts.whyNot();
        if (!reason.isEmpty()) {
            System.err.println("note: " + reason + "; all else is computed and written");
        }
        return reason;
    }

    private static int withoutFigures(String reason, String remedy) {
        if (reason.isEmpty()) {
            return ExitCode.DONE;
        }
        System.err.println("gnc: everything is written but the figures: " + reason + remedy);
        return ExitCode.FAILED;
    }

    private int run(Study study) throws IOException {
        overrides.requireOnlySeed(study.name());
        if (problem != null) {
            throw new InputException("--problem " + problem + ": " + study.name()
                    + " is a study of its own problems; it is allowed with presets and config files");
        }
        if (cluster.asked()) {
            throw new InputException("--master " + cluster.master() + ": " + study.name()
                    + " is a study, which is computed here; it is allowed with presets and config files");
        }
        if (resume) {
            throw new InputException("--resume: " + study.name()
                    + " is a study, which has no journal; it is allowed with" + " presets and config files");
        }
        Path directory = out == null ? Path.of("results").resolve(study.name()) : out;
        AtomicFile.requireWritable(directory, "--out", StudyFiles.FILES);
        int threads = sampling.threads().orElse(Runtime.getRuntime().availableProcessors());
        long seed = overrides.seed == null ? 1 : overrides.seed;
        Setting setting = new Setting(seed, threads, sampling.backend(), this::interrupted, System.err::println);
        String noFigures = noFigures();
        StudyFiles.write(directory, study.name(), study.run(setting));
        System.out.println(directory);
        return withoutFigures(noFigures, "");
    }

    /** A budget that splitting can't keep would fail every trial. */
    private static void requireBudget(SweepConfig config) {
        GuessPlan guess = config.guess();
        if (guess.sampler().equals(SplittingSampler.NAME) && guess.draws() < SplittingSampler.LEAST_DRAWS) {
            throw new InputException("draws: " + guess.draws() + "; at least " + SplittingSampler.LEAST_DRAWS
                    + " are allowed with sampler splitting");
        }
    }

    private static void sayReduced(SweepConfig panel) {
        if (panel.guess().reduce()) {
            Map<Boolean, List<String>> reduced = panel.grid().points().stream()
                    .collect(Collectors.partitioningBy(
                            place -> panel.at(place).reduces(),
                            Collectors.mapping(
                                    place -> place.values().stream()
                                            .map(Numeral::text)
                                            .collect(Collectors.joining(" x ")),
                                    Collectors.toList())));
            String inFull = reduced.get(false).isEmpty() ? "" : ", drawn in full " + reduced.get(false);
            String name = panel.axes().size() == 1
                    ? panel.axis().field().plural()
                    : panel.grid().label();
            System.err.println("note: " + panel.title() + ": reduced " + name + " " + reduced.get(true) + inFull);
        }
    }

    private List<SweepConfig> panels() {
        if (problem == null) {
            return named();
        }
        ProblemRecipe own = Interruptible.call(this::interrupted, () -> OwnProblem.recipe(problem));
        return source == null
                ? List.of(Presets.of(own, Titles.of(problem)))
                : named().stream()
                        .map(config -> config.problem(generated -> own))
                        .toList();
    }

    private List<SweepConfig> named() {
        if (source.isEmpty()) {
            throw new InputException("NAME|FILE: empty; a preset or a config file is needed");
        }
        if (!Presets.has(source) && Files.isDirectory(Path.of(source))) {
            throw new InputException(source + ": this is a directory; a preset or a config file is needed, such as the"
                    + " run.json that a sweep leaves in its directory");
        }
        boolean file =
                source.equals(InputText.STANDARD_INPUT) || source.endsWith(".json") || Files.exists(Path.of(source));
        return !Presets.has(source) && file
                ? List.of(ConfigReader.read(Path.of(source), System.err::println))
                : Presets.named(source);
    }

    private int run(Panel panel, Answers answers, Workplace workplace, String number, ProgressLine line)
            throws IOException {
        SweepConfig config = panel.config();
        panel.begin(resume);
        int before = panel.journal().cells();
        SweepExecution execution = new SweepExecution(workplace, this::interrupted);
        Watcher progress = new SweepProgress(config, config.title() + number, before, line, System::nanoTime);
        SweepRun.Outcome outcome = new SweepRun(panel, answers, execution, progress).run();
        line.clear();
        if (program().debug()) {
            outcome.failed()
                    .forEach(cell ->
                            cell.failures().forEach(failure -> failure.cause().printStackTrace()));
        }
        if (outcome.lost().isPresent()) {
            throw new ClusterFailure(
                    outcome.lost().get().getMessage() + "; " + outcome.finished() + " of " + outcome.cells()
                            + " results are saved in " + panel.directory()
                            + ", and the same command with --resume goes on",
                    outcome.lost().get());
        }
        if (outcome.interrupted()) {
            System.err.println("gnc: interrupted; " + outcome.finished() + " of " + outcome.cells()
                    + " results are saved in " + panel.directory() + "; the same command with --resume goes on");
            return ExitCode.INTERRUPTED;
        }
        System.err.println(config.title() + ": " + outcome.time().inWords());
        System.out.println(panel.directory());
        if (!outcome.failed().isEmpty()) {
            System.err.println("gnc: " + failed(config, outcome) + "; the rest is saved in " + panel.directory()
                    + ", and the same command with --resume tries these again");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }

    /** How many cells failed, and each reason once. */
    private static String failed(SweepConfig config, SweepRun.Outcome outcome) {
        String reasons = outcome.failed().stream()
                .flatMap(cell -> cell.failures().stream())
                .map(failure -> failure.method() + ": " + failure.reason())
                .distinct()
                .collect(Collectors.joining("; "));
        return outcome.failed().size() + " of " + outcome.cells() + " trials at a "
                + config.grid().label() + " of " + config.title() + " failed (" + reasons + ")";
    }
}
