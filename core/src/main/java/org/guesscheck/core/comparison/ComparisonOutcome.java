package org.guesscheck.core.comparison;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.WeightedDraws;

/** What a comparison found; immutable. It depends on the problem, the network and the settings alone, to the bit, as far as its parts do. */
public final class ComparisonOutcome {
    private static final List<Part> AGAINST = List.of(Part.DESCENT_AT_EPS, Part.DESCENT_AT_END, Part.PRIOR);

    private final double eps;
    private final Posterior posterior;
    private final EnsembleOutcome atEps;
    private final EnsembleOutcome atEnd;
    private final Map<Part, Distribution> distributions;
    private final GroupResampling resampling;
    private final List<Distances> distances;

    ComparisonOutcome(
            double eps,
            Posterior posterior,
            EnsembleOutcome atEps,
            EnsembleOutcome atEnd,
            Map<Part, Distribution> distributions,
            GroupResampling resampling) {
        this.eps = eps;
        this.posterior = posterior;
        this.atEps = atEps;
        this.atEnd = atEnd;
        this.distributions = Collections.unmodifiableMap(new EnumMap<>(distributions));
        this.resampling = resampling;
        distances = AGAINST.stream()
                .flatMap(other -> distances(Part.GUESS_AND_CHECK, other).stream())
                .toList();
    }

    /**
     * The threshold.
     *
     * @return a training loss
     */
    public double eps() {
        return eps;
    }

    /**
     * What guess and check found.
     *
     * @return the posterior, with its one threshold
     */
    public Posterior posterior() {
        return posterior;
    }

    /**
     * The runs of gradient descent that were stopped at the threshold.
     *
     * @return the ensemble
     */
    public EnsembleOutcome descentAtEps() {
        return atEps;
    }

    /**
     * The same runs to their end.
     *
     * @return the ensemble
     */
    public EnsembleOutcome descentAtEnd() {
        return atEnd;
    }

    /**
     * The distributions of all parts.
     *
     * @return one for each part, in their order
     */
    public Collection<Distribution> distributions() {
        return distributions.values();
    }

    /**
     * A part's distribution.
     *
     * @param part the part
     * @return its distribution
     */
    public Distribution distribution(Part part) {
        return distributions.get(part);
    }

    /**
     * How far two parts are apart. Computed at every call; the same bits each time.
     *
     * @param first one part
     * @param second another
     * @return both distances; empty if one of them has no draws
     * @throws IllegalArgumentException if both are the same
     */
    public Optional<Distances> distances(Part first, Part second) {
        if (first == second) {
            throw new IllegalArgumentException("part: " + first + " twice; two parts are needed");
        }
        GroupResampling.Source one = source(first);
        GroupResampling.Source other = source(second);
        if (one.draws().count() == 0 || other.draws().count() == 0) {
            return Optional.empty();
        }
        Distance[] found = resampling.distances(one, other);
        return Optional.of(new Distances(first, second, found[0], found[1]));
    }

    /**
     * How far guess and check is from every other part.
     *
     * @return the distances to gradient descent at the threshold, to its end, and to the prior; without those of a part that has no
     *     draws
     */
    public List<Distances> distances() {
        return distances;
    }

    /**
     * The bins of histograms of all parts.
     *
     * @return common bins
     */
    public LossBins bins() {
        return LossBins.common(
                distributions.values().stream().map(Distribution::draws).toList());
    }

    private GroupResampling.Source source(Part part) {
        // Both ensembles have the same initial weights, run by run.
        int number = part == Part.DESCENT_AT_END ? Part.DESCENT_AT_EPS.ordinal() : part.ordinal();
        return new GroupResampling.Source(distribution(part).draws(), number);
    }

    /**
     * A digest of all samples and of what {@link #distances()} says.
     *
     * @return "sha256:" and the hexadecimal SHA-256 of the digests of posterior and ensembles, of the losses, weights and mean predicted
     *     matrix of every part, and of the distances with their intervals; numbers as 8 bytes, big-endian
     */
    public String digest() {
        MessageDigest sha = sha256();
        for (String part : List.of(posterior.origin().digest(), atEps.digest(), atEnd.digest())) {
            sha.update((part + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (Distribution distribution : distributions.values()) {
            WeightedDraws draws = distribution.draws();
            add(sha, draws.losses());
            add(sha, draws.weights());
            add(sha, draws.meanPredicted());
        }
        for (Distances d : distances) {
            for (Distance distance : List.of(d.kolmogorovSmirnov(), d.wasserstein1())) {
                add(
                        sha,
                        distance.estimate(),
                        distance.interval().low(),
                        distance.interval().high());
            }
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, values.length));
        for (double value : values) {
            bytes.putDouble(value);
        }
        sha.update(bytes.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
