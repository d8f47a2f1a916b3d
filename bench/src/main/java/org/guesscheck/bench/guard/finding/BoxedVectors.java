package org.guesscheck.bench.guard.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guesscheck.bench.guard.code.Instruction;
import org.guesscheck.bench.guard.code.Loop;
import org.guesscheck.bench.guard.code.MethodCode;

/** Vectors, masks and shuffles that are objects: code that makes such an object, or asks one for its class. */
final class BoxedVectors implements Rule {
    private static final Pattern VECTOR =
            Pattern.compile("metadata\\('jdk/incubator/vector/(?:\\w+\\$)?(\\w+(?:Vector|Mask|Shuffle))'\\)");

    @Override
    public List<Finding> check(MethodCode code) {
        List<Finding> found = new ArrayList<>();
        for (Loop loop : code.loops()) {
            List<Instruction> own = loop.own();
            Objects objects = Objects.in(own, code);
            if (!objects.made.isEmpty() || !objects.asked.isEmpty()) {
                List<Instruction> shown = objects.made.isEmpty() ? objects.asked : objects.made;
                Instruction first = shown.getFirst();
                found.add(finding(
                        code, Places.in(loop, code, first), first, objects.words() + " " + Places.passes(loop, shown)));
            }
        }
        Objects objects = Objects.in(code.outsideLoops(), code);
        if (!objects.made.isEmpty()) {
            Instruction first = objects.made.getFirst();
            found.add(finding(code, Places.outside(code, first), first, objects.words() + " in every call"));
        }
        return found;
    }

    private static Finding finding(MethodCode code, String place, Instruction first, String text) {
        return new Finding(Finding.Kind.BOXED, code.method().name(), place, first.address(), text);
    }

    /** Instructions that show vectors as objects, and the classes of these. */
    private record Objects(List<Instruction> made, List<Instruction> asked, TreeSet<String> classes) {
        static Objects in(List<Instruction> instructions, MethodCode code) {
            Objects objects = new Objects(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
            for (Instruction one : instructions) {
                Optional<String> type = type(one, code);
                if (type.isPresent() && (one.mnemonic().startsWith("cmp") || one.stores())) {
                    objects.classes.add(type.get());
                    (one.stores() ? objects.made : objects.asked).add(one);
                }
            }
            return objects;
        }

        /** The class of vectors whose number is a constant of a store or a comparison. */
        private static Optional<String> type(Instruction one, MethodCode code) {
            if (!one.operands().startsWith("$0x")) {
                return Optional.empty();
            }
            for (String reference : code.references(one)) {
                Matcher vector = VECTOR.matcher(reference);
                if (vector.matches()) {
                    return Optional.of(vector.group(1));
                }
            }
            return Optional.empty();
        }

        String words() {
            List<String> parts = new ArrayList<>();
            if (!made.isEmpty()) {
                parts.add("makes " + Places.count(made.size(), "object"));
            }
            if (!asked.isEmpty()) {
                parts.add("asks " + Places.count(asked.size(), "object") + " for the class");
            }
            return String.join(" and ", parts) + " (" + String.join(", ", classes) + ")";
        }
    }
}
