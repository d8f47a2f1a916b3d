package org.guesscheck.gnc.options;

import java.util.List;
import org.guesscheck.gnc.config.LearningPreset;
import org.guesscheck.gnc.config.LearningPresets;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A published learning curve by name, whose options stand for those that the user does not give. */
public final class LearningPresetOptions {
    private static final String PRESET = "--preset";

    @Option(
            names = PRESET,
            completionCandidates = Allowed.LearningPresetNames.class,
            converter = Named.class,
            paramLabel = "NAME",
            description = "Take the options that are not given from a published curve: one of"
                    + " ${COMPLETION-CANDIDATES}. gnc presets shows the options.")
    private LearningPreset preset;

    /**
     * Checks that the files are there that a preset needs.
     *
     * @throws InputException if not
     */
    public void check(SamplesOptions source) {
        if (preset != null && preset.digits() && !source.given()) {
            throw new InputException(PRESET + " " + preset.name() + ": --data FILE and --labels FILE are needed, digits"
                    + " of 14 x 14 pixels; toolchain/data/mnist --half makes them");
        }
    }

    /** Finds a preset. */
    static final class Named implements ITypeConverter<LearningPreset> {
        @Override
        public LearningPreset convert(String name) {
            return LearningPresets.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + name + "' is no preset of gnc learn; gnc presets lists them"));
        }
    }

    /** What options are that the user does not give: those of the preset, if there is one. Asked after all words are read. */
    public static final class Defaults implements IDefaultValueProvider {
        private static final List<String> GENERATED = List.of("--generate", "--pool");
        private static final List<String> FILES = List.of("--classes", "--divide");
        private static final List<String> REJECTION = List.of("--draws", "--networks");
        private static final List<String> SPLITTING = List.of("--particles", "--sweeps", "--replicas", "--rel-error");

        @Override
        public String defaultValue(ArgSpec argument) {
            Object named = value(argument.command(), PRESET);
            if (!(named instanceof LearningPreset preset) || !(argument instanceof OptionSpec option)) {
                return null;
            }
            String name = option.longestName();
            return excluded(name, argument.command()) ? null : preset.options().get(name);
        }

        /** Whether the user chose samples or a sampler that an option of the preset does not belong to. */
        private static boolean excluded(String name, CommandSpec command) {
            return GENERATED.contains(name) && value(command, "--data") != null
                    || FILES.contains(name) && value(command, "--generate") != null
                    || REJECTION.contains(name) && "splitting".equals(value(command, "--sampler"))
                    || SPLITTING.contains(name) && "rejection".equals(value(command, "--sampler"));
        }

        private static Object value(CommandSpec command, String option) {
            OptionSpec found = command.findOption(option);
            return found == null ? null : found.getValue();
        }
    }
}
