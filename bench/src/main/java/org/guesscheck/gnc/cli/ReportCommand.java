package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.report.ReportPage;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Result directories as a page. */
@Command(
        name = "report",
        description = {
            "Writes a page of a sweep's results: its question, figures, estimates and origin in one file that needs no"
                    + " other. Of several sweeps the page shows the same panels together, and in which settings and"
                    + " estimates they differ.",
            "Learning curves of gnc learn have a page of their own.",
            "The page of one directory goes into it, as report.html; that of several into the current directory."
        },
        footer = {
            "",
            "Examples: gnc report results/quick",
            "          gnc report results/quick again/quick --out beside.html"
        })
final class ReportCommand extends GncCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "The --out directory of a sweep of one panel or of several, or of gnc learn.")
    List<Path> directories;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes.")
    Path out;

    @Override
    public Integer call() throws IOException {
        if (out == null && directories.size() == 1) {
            System.out.println(ReportPage.write(directories.getFirst()));
        } else {
            Path file = out == null ? Path.of(ReportPage.FILE) : out;
            ReportPage.write(directories, file);
            System.out.println(file);
        }
        return ExitCode.DONE;
    }
}
