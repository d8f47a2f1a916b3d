package org.guesscheck.gnc.check;

import org.guesscheck.gnc.options.Version;
import picocli.CommandLine.Command;

/** Checks of samplers and kernels that take too long for the tests; each is a command of its own. */
@Command(
        name = "check",
        description = "Checks the sampler on this machine, longer than the tests can.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            TruthCheck.class,
            GridCheck.class,
            ReducedCheck.class,
            PanelCheck.class,
            DeepCheck.class,
            DigestCheck.class,
            PinsCheck.class,
            NormalCheck.class,
            TransformCheck.class,
            AllocationCheck.class,
            HostCheck.class,
            GeneratorStream.class
        },
        footer = {"", "Example: gnc check normals --count 1e9"})
public final class CheckCommand {}
