package org.guesscheck.gnc.report;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.gnc.config.FigureKind;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;

/** The words beside a panel's figure. */
final class FigureCaption {
    private FigureCaption() {}

    /** For those who can't see the figure. */
    static String label(SweepConfig c) {
        return "Generalization loss against " + against(c) + ": " + c.title();
    }

    /** What the figure shows. */
    static String of(PanelResult panel) {
        SweepConfig c = panel.config();
        String below = c.grid().varies(SweptField.EPS)
                ? "eps"
                : Figures.setting(c.guess().eps());
        String guess = "guess and check (the mean over draws with a training loss below " + below + ")";
        String descent = c.descent().none() ? "" : "gradient descent, ";
        int trials = c.trials().count();
        if (c.grid().figure() == FigureKind.MAPS) {
            return "Medians over " + trials + " trials against " + against(c) + ": generalization loss of " + guess
                    + ", its ratio to the prior's" + (c.descent().none() ? "" : " and to gradient descent's")
                    + ", and the logarithm of the acceptance probability." + marks(panel, "An orange corner");
        }
        String shown = c.axes().size() == 1
                ? descent + guess + (c.besidePrior() ? " and the prior" : "")
                : guess + (c.descent().none() ? "" : ", and with broken lines gradient descent");
        return "Generalization loss against " + against(c) + ": " + shown + ". Markers are medians over " + trials
                + " trials, bars go from quartile to quartile, thin lines are baselines without a network."
                + marks(panel, "An open marker");
    }

    private static String against(SweepConfig c) {
        return c.grid().figure() == FigureKind.RATIO
                ? c.axes().getLast().field().label() + " over "
                        + c.axis().field().label()
                : c.grid().label();
    }

    private static String marks(PanelResult panel, String mark) {
        List<String> reasons = new ArrayList<>();
        if (panel.doubtful() > 0) {
            reasons.add("an estimate is not to be trusted");
        }
        if (panel.unfittedCells() > 0) {
            reasons.add(panel.whyUnfitted());
        }
        return reasons.isEmpty() ? "" : " " + mark + " stands where " + String.join(" or ", reasons) + ".";
    }
}
