package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.gnc.config.FigureKind;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.FigureFiles;

/** The figure that fits a sweep, as files. */
final class SweepFigure {
    private SweepFigure() {}

    static void write(Path directory, SweepConfig config, List<Cell> cells) throws IOException {
        if (config.grid().figure() == FigureKind.MAPS) {
            FigureFiles.write(directory, MapsFigure.of(config, cells));
        } else if (config.axes().size() == 1) {
            FigureFiles.write(directory, Figure.of(config, cells));
        } else {
            FigureFiles.write(directory, FamilyFigure.of(config, cells));
        }
    }
}
