package org.guesscheck.bench.suite;

import java.util.List;
import java.util.Optional;

/**
 * A run of the suite as its JSON has it.
 *
 * @param file name of the file
 * @param origin where and when it was measured
 * @param quick whether the suite was the quick one
 * @param caches the machine's caches; none if they are not known
 * @param figures the rates
 * @param notes remarks on the rates
 */
public record RecordedRun(
        String file,
        RunOrigin origin,
        boolean quick,
        List<CacheLevel> caches,
        List<MeasuredRate> figures,
        List<String> notes) {
    /** The FMA peak of so many threads; none if it was not measured or its kernel was badly compiled. */
    public Optional<MeasuredRate> peak(int threads) {
        return figures.stream()
                .filter(f -> f.id().startsWith(Suite.PEAK) && f.work().threads() == threads && !Suspicions.allocates(f))
                .findFirst();
    }

    /** The bandwidths, from the smallest array on, whose kernel was not badly compiled. */
    public List<MeasuredRate> reads() {
        return figures.stream()
                .filter(f -> f.id().startsWith(Suite.READ) && !Suspicions.allocates(f))
                .sorted((a, b) -> Double.compare(a.work().workingSet(), b.work().workingSet()))
                .toList();
    }
}
