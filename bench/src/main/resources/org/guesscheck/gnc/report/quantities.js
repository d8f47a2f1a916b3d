/* What a chart or map can show of the estimates: a number with its interval. */

const LOSS = {
    name: "generalization loss",
    of: estimate => ({ value: estimate.mean, low: estimate.low, high: estimate.high }),
};

const QUANTITIES = [
    LOSS,
    {
        name: "acceptance probability",
        of: estimate => ({ value: estimate.probability, low: estimate.probabilityLow, high: estimate.probabilityHigh }),
    },
    { name: "training loss", of: estimate => ({ value: estimate.trainingLoss }) },
    { name: "seconds", of: estimate => ({ value: estimate.seconds }) },
];

/** Of learning curves. */
const LEARNED = [
    { name: "accuracy", of: LOSS.of },
    {
        name: "log2 p",
        of: mean => ({ value: mean.logProbability, low: mean.logProbabilityLow, high: mean.logProbabilityHigh }),
    },
];

function isLearning(panel) {
    return panel.figure === "learning";
}

function quantitiesOf(panel) {
    return isLearning(panel) ? LEARNED : QUANTITIES;
}

/** What is known of a method at a place: the median of all trials, or one trial with its own interval. */
function numberAt(estimates, quantity, trial) {
    if (trial !== null) {
        const known = estimates[trial] && quantity.of(estimates[trial]);
        return known && known.value != null ? known : null;
    }
    return quartiles(estimates.map(estimate => estimate && quantity.of(estimate).value));
}

/** The estimates that a number rests on. */
function behind(estimates, trial) {
    return estimates
        .map((estimate, index) => ({ trial: index, ...estimate }))
        .filter(estimate => estimates[estimate.trial] && (trial === null || trial === estimate.trial));
}
