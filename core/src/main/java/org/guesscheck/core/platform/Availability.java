package org.guesscheck.core.platform;

/**
 * Whether something can be used here.
 *
 * @param name its name
 * @param usable whether it can
 * @param reason why not, in one sentence that says what to do; empty if it can
 * @param found what was found, such as the width of vectors or a library's path; may be empty
 */
public record Availability(String name, boolean usable, String reason, String found) {
    /**
     * What a provider says, whatever goes wrong in it.
     *
     * @param provider the provider
     * @return its availability; a wrong setting, or classes that do not load, are reasons too
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
     * Why a provider can't be used here, so that others can be used where this one does not even load.
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
