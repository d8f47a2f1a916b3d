package org.guesscheck.gnc.cli;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.check.TransformCheck;
import org.guesscheck.gnc.check.UsableBackends;
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
