package org.guesscheck.release;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a check found: faults of the project, and what only its owner can give. */
final class Findings {
    private final List<String> faults = new ArrayList<>();
    private final Set<String> left = new LinkedHashSet<>();
    private String counts = "";

    void fault(String sentence) {
        faults.add(sentence);
    }

    /** Notes what the owner has to give, once. */
    void ownersTurn(String sentence) {
        left.add(sentence);
    }

    void counted(List<StagedArtifact> artifacts) {
        counts = artifacts.size() + " artifacts, "
                + artifacts.stream()
                        .mapToInt(artifact -> artifact.files().size())
                        .sum()
                + " files";
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> left() {
        return List.copyOf(left);
    }

    /** Prints all findings, and says whether the staged files pass. In a rehearsal the owner's part may be missing. */
    boolean print(PrintStream out, boolean rehearsal) {
        faults.forEach(fault -> out.println("fault: " + fault));
        left.forEach(part -> out.println("left to the owner: " + part));
        boolean passed = faults.isEmpty() && (rehearsal || left.isEmpty());
        if (faults.isEmpty() && left.isEmpty()) {
            out.println("staging: " + counts + ": by its published rules Maven Central takes them");
        } else if (passed) {
            out.println("staging: " + counts + ": no faults; this was a rehearsal, and " + left.size()
                    + " things are left to the owner");
        } else {
            out.println("staging: " + counts + ": " + faults.size() + " faults, " + left.size()
                    + " things that are left to the owner; -Drehearsal=true goes on without the latter");
        }
        return passed;
    }
}
