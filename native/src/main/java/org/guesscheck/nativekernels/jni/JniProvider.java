package org.guesscheck.nativekernels.jni;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.BackendProvider;

/** The family of C kernels: {@code jni} is the best tier that runs here, {@code jni-avx2} and the like are single tiers. */
public final class JniProvider implements BackendProvider {
    static final String FAMILY = "jni";

    private final Supplier<String> whyNotPinned;

    /** Made by {@link java.util.ServiceLoader}. */
    public JniProvider() {
        this(PinnedArrays::whyNotHere);
    }

    /** Takes the reason why C must not work on this JVM's arrays; an empty text if it may. */
    JniProvider(Supplier<String> whyNotPinned) {
        this.whyNotPinned = whyNotPinned;
    }

    @Override
    public String name() {
        return FAMILY;
    }

    @Override
    public List<String> names() {
        return List.of("jni-avx2", "jni-avx512", "jni-neon");
    }

    @Override
    public String whyNot() {
        String reason = whyNoTier();
        return reason.isEmpty() ? whyNotPinned.get() : reason;
    }

    /** Why no C kernel at all can run here, not even a kernel that works on no array; empty if one can. */
    static String whyNoTier() {
        Library library = Library.get();
        if (library.tiers().isEmpty()) {
            return library.failures().stream().map(Exception::getMessage).collect(Collectors.joining("; "));
        }
        List<Tier> allowed = Tier.upToCap(library.tiers());
        return allowed.stream().anyMatch(Tier::runsHere)
                ? ""
                : "this CPU, or the operating system on it, can run none of the tiers " + names(allowed);
    }

    @Override
    public String found() {
        Library library = Library.get();
        List<Tier> running = library.tiers().stream().filter(Tier::runsHere).toList();
        return "tier " + best(library).name() + " of " + names(running) + ", library " + library.place();
    }

    @Override
    public Backend backend(String name) {
        Library library = Library.get();
        String reason = whyNot();
        if (!reason.isEmpty()) {
            var failure = new UnsupportedOperationException("backend " + name + ": " + reason);
            library.failures().forEach(failure::addSuppressed);
            throw failure;
        }
        if (name.equals(FAMILY)) {
            return new JniBackend(best(library));
        }
        String wanted = name.substring(FAMILY.length() + 1);
        Tier tier = Tier.upToCap(library.tiers()).stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new UnsupportedOperationException("backend " + name + ": the library for this platform has "
                                + names(library.tiers()) + ", of which " + Tier.CAP + " or " + Tier.CAP_VARIABLE
                                + " may exclude some"));
        if (!tier.runsHere()) {
            throw new UnsupportedOperationException(
                    "backend " + name + ": this CPU, or the operating system on it, can't run " + wanted);
        }
        return new JniBackend(tier);
    }

    static Tier best(Library library) {
        return Tier.upToCap(library.tiers()).stream()
                .filter(Tier::runsHere)
                .reduce((worse, better) -> better)
                .orElseThrow();
    }

    private static String names(List<Tier> tiers) {
        return tiers.stream().map(Tier::name).collect(Collectors.joining(", "));
    }
}
