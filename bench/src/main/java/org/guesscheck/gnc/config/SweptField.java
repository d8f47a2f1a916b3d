package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field of a recipe that a sweep varies: its name, where it lies, and how it is set. All else that differs between one field
 * and another is a method here.
 */
public enum SweptField {
    /** The hidden width. */
    WIDTH {
        @Override
        public SweptField other() {
            return DEPTH;
        }

        @Override
        public boolean besidePrior() {
            return true;
        }

        @Override
        int of(CellRecipe recipe) {
            return recipe.network().width();
        }

        @Override
        CellRecipe set(CellRecipe recipe, int value) {
            return recipe.network(recipe.network().width(value));
        }
    },

    /** The number of factors. */
    DEPTH {
        @Override
        public SweptField other() {
            return WIDTH;
        }

        @Override
        public boolean besidePrior() {
            return false;
        }

        @Override
        int of(CellRecipe recipe) {
            return recipe.network().depth();
        }

        @Override
        CellRecipe set(CellRecipe recipe, int value) {
            return recipe.network(recipe.network().depth(value));
        }
    };

    /** All labels, as they are allowed in a file. */
    static final List<String> LABELS =
            Arrays.stream(values()).map(SweptField::label).toList();

    /** The size of the network that such a sweep holds fixed. */
    public abstract SweptField other();

    /** Whether the prior stands beside guess and check, as the paper has it where a theorem says that they become equal. */
    public abstract boolean besidePrior();

    /** The value in a recipe. */
    abstract int of(CellRecipe recipe);

    /** The recipe with another value. */
    abstract CellRecipe set(CellRecipe recipe, int value);

    /** One of {@link #LABELS}. */
    static SweptField labelled(String label) {
        return values()[LABELS.indexOf(label)];
    }

    /** The name in files, tables and figures: width or depth. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of several values. */
    public String plural() {
        return label() + "s";
    }
}
