package org.guesscheck.gnc.options;

import java.util.Iterator;
import java.util.List;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.LearningPreset;
import org.guesscheck.gnc.config.LearningPresets;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.terminal.ProgressForm;

/** The words that an option allows, as its help lists them for {@code ${COMPLETION-CANDIDATES}}. */
public abstract class Allowed implements Iterable<String> {
    private final List<String> words;

    private Allowed(List<String> words) {
        this.words = words;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    /** The activations. */
    public static final class Activations extends Allowed {
        Activations() {
            super(OptionNames.ACTIVATIONS);
        }
    }

    /** The priors. */
    public static final class Priors extends Allowed {
        Priors() {
            super(OptionNames.PRIORS);
        }
    }

    /** The optimizers of gradient descent. */
    public static final class Optimizers extends Allowed {
        Optimizers() {
            super(OptionNames.OPTIMIZERS);
        }
    }

    /** The axes of a sweep. */
    public static final class Axes extends Allowed {
        Axes() {
            super(SweptField.LABELS);
        }
    }

    /** The samplers. */
    public static final class Samplers extends Allowed {
        Samplers() {
            super(Sampler.NAMES);
        }
    }

    /** The presets of learning curves. */
    public static final class LearningPresetNames extends Allowed {
        LearningPresetNames() {
            super(LearningPresets.all().stream().map(LearningPreset::name).toList());
        }
    }

    /** The forms of progress. */
    public static final class ProgressForms extends Allowed {
        ProgressForms() {
            super(ProgressForm.names());
        }
    }

    /** The shells that have a script for completion. */
    public static final class Shells extends Allowed {
        Shells() {
            super(List.of("bash"));
        }
    }
}
