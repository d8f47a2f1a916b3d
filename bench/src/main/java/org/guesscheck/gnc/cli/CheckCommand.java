package org.guesscheck.gnc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Checks of the sampler that take too long for the tests; each is a command of its own. */
@Command(
        name = "check",
        description = "Checks the sampler on this machine, longer than the tests can.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        subcommands = {
            CheckTruth.class,
            CheckGrid.class,
            CheckPanel.class,
            CheckDeep.class,
            CheckDigests.class,
            CheckPins.class,
            CheckNormals.class,
            CheckTransform.class,
            CheckAllocation.class,
            CheckGenerator.class
        },
        footer = {"", "Example: gnc check normals --count 1e9"})
final class CheckCommand {
    @ParentCommand
    Gnc gnc;
}
