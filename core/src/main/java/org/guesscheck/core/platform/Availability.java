package org.guesscheck.core.platform;

/**
 * Whether a backend or library can be used here.
 *
 * @param name name of the backend or library
 * @param usable whether it can be used
 * @param reason why it can't be used, in one sentence that says what to do; empty if it can
 * @param found what was found, such as the width of vectors or a library's path; may be empty
 */
public record Availability(String name, boolean usable, String reason, String found) {
    /**
     * Asks a provider, and takes a failure of the provider itself for a reason.
     *
     * @param provider the provider
     * @return its availability; a wrong setting and classes that do not load are reasons as well
     */
    public static Availability of(Provider provider) {
        String reason = whyNot(provider);
        return new Availability(provider.name(), reason.isEmpty(), reason, reason.isEmpty() ? provider.found() : "");
    }

    private static String whyNot(Provider provider) {
        try {
            return reason(provider);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /**
     * Why a provider can't be used here. A provider whose classes do not load must not keep others from being used, so that is a
     * reason as well.
     *
     * @param provider the provider
     * @return the reason in one sentence; empty if it can be used
     * @throws IllegalArgumentException if a setting has a value that is not allowed
     */
    public static String reason(Provider provider) {
        try {
            return provider.whyNot();
        } catch (LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return "its classes or its library did not load: " + cause;
        }
    }
}
