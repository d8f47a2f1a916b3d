package org.guesscheck.gnc.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.study.Studies;
import org.guesscheck.gnc.study.Study;

/** The names of presets and studies, for completion. They are made when they are asked for, since every start makes this list. */
final class SweepNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(
                        Presets.all().keySet().stream(), Studies.all().stream().map(Study::name))
                .iterator();
    }
}
