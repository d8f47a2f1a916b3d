package org.guesscheck.gnc.sweep;

import java.nio.file.Path;
import org.guesscheck.gnc.config.SweepConfig;

/**
 * A panel to be run.
 *
 * @param config what is asked
 * @param directory where its files go
 * @param journal of the directory
 */
public record Panel(SweepConfig config, Path directory, Journal journal) {}
