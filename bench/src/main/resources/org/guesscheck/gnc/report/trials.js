/* The choice of one trial, or of the median over all. */

const ALL_TRIALS = "median over the trials";

function trialChoice(panels, set) {
    const trials = Math.max(...panels.map(panel => panel.trials));
    return trials === 1 ? null : choice("of", [ALL_TRIALS, ...Array.from({ length: trials }, (_, i) => `trial ${i + 1}`)], 0,
        chosen => set({ trial: chosen === 0 ? null : chosen - 1 }));
}
