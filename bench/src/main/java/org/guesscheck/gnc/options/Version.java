package org.guesscheck.gnc.options;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"gnc " + (version == null ? "(not packaged)" : version)};
    }
}
