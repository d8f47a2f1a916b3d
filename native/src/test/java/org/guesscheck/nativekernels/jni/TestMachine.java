package org.guesscheck.nativekernels.jni;

/** What the tests may expect of the machine. */
final class TestMachine {
    /** Whether what a test needs has to be there, as on a machine for continuous integration. */
    static final boolean COMPULSORY = "true".equals(System.getenv("CI"));

    private TestMachine() {}
}
