package org.guesscheck.bench.cli;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.bench.check.TransformCheck;
import org.guesscheck.bench.check.UsableBackends;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import picocli.CommandLine.Command;

/** The normal transform beside mathematics, argument by argument. */
@Command(
        name = "transform",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        description = "Compares the normal transform with mathematics over all of its 2^30 radii and 2^24 angles.")
final class CheckTransform extends Check {
    @Override
    void run(Verdicts verdicts) {
        List<Backend> backends = new ArrayList<>(backends(null));
        UsableBackends.narrowerVectors().forEach(name -> backends.add(Backends.named(name)));
        TransformCheck.run(backends, cancelled(), verdicts);
    }
}
