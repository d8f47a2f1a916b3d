package org.guesscheck.gnc.cli;

import java.io.IOException;
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
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.OwnProblem;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.Fonts;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Numeral;
import org.guesscheck.gnc.options.ClusterOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.ProgressOptions;
import org.guesscheck.gnc.options.SamplerOptions;
import org.guesscheck.gnc.study.Setting;
import org.guesscheck.gnc.study.Studies;
import org.guesscheck.gnc.study.Study;
import org.guesscheck.gnc.study.StudyFiles;
import org.guesscheck.gnc.sweep.Beginning;
import org.guesscheck.gnc.sweep.EarlierRun;
import org.guesscheck.gnc.sweep.OnCluster;
import org.guesscheck.gnc.sweep.Panel;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.sweep.Panels;
import org.guesscheck.gnc.sweep.Repetition;
import org.guesscheck.gnc.sweep.SweepExecution;
import org.guesscheck.gnc.sweep.SweepRun;
import org.guesscheck.gnc.sweep.ThisMachine;
import org.guesscheck.gnc.sweep.Workplace;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
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
                    + " with unfinished work or with another sweep is refused; --overwrite replaces what is there.",
            "gnc sweep run.json repeats the sweep that wrote the file, and says whether all digests agree.",
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

    @Option(
            names = "--overwrite",
            description = "Start over, and replace a sweep or a study that the directory holds, finished or not.")
    boolean overwrite;

    @Mixin
    ProgressOptions showing;

    @Override
    public Integer call() throws IOException {
        ProgressLine line = showing.line();
        sampling.check();
        cluster.check();
        if (resume && overwrite) {
            throw new InputException("--resume: not allowed beside --overwrite; one of the two is");
        }
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
        SweepSource asked = SweepSource.of(source, problem, this::interrupted);
        List<SweepConfig> configs =
                asked.panels().stream().map(overrides::apply).toList();
        configs.forEach(config -> config.problem().own().ifPresent(OwnProblem::requireUnchanged));
        configs.forEach(SweepCommand::requireBudget);
        Optional<EarlierRun> earlier = asked.earlier(configs.getFirst());
        if (!cluster.asked()) {
            return run(configs, earlier, new ThisMachine(sampling.threads(), sampling.backend()), line);
        }
        // Before anything is made, since nobody may answer.
        try (Engine engine = ClusterWork.connect(
                cluster, sampling, this::interrupted, program().debug())) {
            TaskCosts costs = new TaskCosts();
            int code = run(configs, earlier, new OnCluster(engine, cluster.tasks(), costs), line);
            if (code == ExitCode.DONE) {
                costs.inWords(engine).ifPresent(System.err::println);
            }
            return code;
        }
    }

    private int run(List<SweepConfig> configs, Optional<EarlierRun> earlier, Workplace workplace, ProgressLine line)
            throws IOException {
        Path base = out == null ? Path.of("results") : out;
        boolean own = out != null && configs.size() == 1;
        Function<SweepConfig, Path> directory = c -> own ? base : base.resolve(c.title());
        for (SweepConfig config : configs) {
            AtomicFile.requireWritable(directory.apply(config), "--out", PanelFiles.names());
            PanelFiles.requireNoStudy(directory.apply(config));
        }
        configs.forEach(SweepCommand::sayReduced);
        earlier.filter(run -> !run.reason().isEmpty()).ifPresent(run -> System.err.println("note: " + run.inWords()));
        String noFigures = noFigures();
        Beginning beginning = resume ? Beginning.RESUME : overwrite ? Beginning.OVERWRITE : Beginning.FRESH;
        try (Panels panels = Panels.open(configs, directory)) {
            panels.check(beginning);
            sayWhatIsThere(panels, beginning);
            int before = resume ? panels.finishedCells() : 0;
            SweepProgress progress = new SweepProgress(configs, before, line, System::nanoTime);
            int worst = ExitCode.DONE;
            for (int i = 0; i < configs.size(); i++) {
                Panel panel = panels.list().get(i);
                panel.begin(resume);
                progress.begin(i);
                SweepExecution execution = new SweepExecution(workplace, this::interrupted);
                SweepRun.Outcome outcome = new SweepRun(panel, panels.answers(), execution, progress, earlier).run();
                line.clear();
                int code = tell(panel, outcome);
                if (code == ExitCode.INTERRUPTED) {
                    return code;
                }
                worst = Math.max(worst, code);
            }
            int drawn = withoutFigures(noFigures, "; the same command with --resume draws them afterwards");
            return Math.max(worst, drawn);
        }
    }

    private static void sayWhatIsThere(Panels panels, Beginning beginning) {
        if (beginning == Beginning.RESUME) {
            System.err.println("going on: " + panels.progress());
        } else if (beginning == Beginning.FRESH && !panels.finished().isEmpty()) {
            List<Path> finished = panels.finished();
            String where = finished.getFirst() + (finished.size() == 1 ? " holds" : " and the others hold");
            System.err.println("note: " + where
                    + " this very sweep, finished; it is computed again (--resume only writes its files again)");
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
        showing.requireWords(study.name());
        if (resume) {
            throw new InputException("--resume: " + study.name()
                    + " is a study, which has no journal; it is allowed with" + " presets and config files");
        }
        Path directory = out == null ? Path.of("results").resolve(study.name()) : out;
        AtomicFile.requireWritable(directory, "--out", StudyFiles.FILES);
        StudyFiles.requireRoom(directory, overwrite);
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

    /** Says how a panel ended. */
    private int tell(Panel panel, SweepRun.Outcome outcome) throws IOException {
        SweepConfig config = panel.config();
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
        int code =
                outcome.repeated().map(repetition -> tell(config, repetition)).orElse(ExitCode.DONE);
        if (!outcome.failed().isEmpty()) {
            System.err.println("gnc: " + failed(config, outcome) + "; the rest is saved in " + panel.directory()
                    + ", and the same command with --resume tries these again");
            return ExitCode.FAILED;
        }
        return code;
    }

    private static int tell(SweepConfig config, Repetition repetition) {
        String sentence = config.title() + ": " + repetition.inWords(config);
        System.err.println(repetition.agrees() ? sentence : "gnc: " + sentence);
        return repetition.agrees() ? ExitCode.DONE : ExitCode.FAILED;
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
