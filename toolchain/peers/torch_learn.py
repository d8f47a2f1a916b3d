"""Draws perceptrons with PyTorch and counts those that have the first n training samples right, with their accuracy on test samples.

Every weight of every network is drawn, and every network computes all training samples, in single precision and in batches.
Sums over k inputs are divided by sqrt(k); biases are added after that; the activation follows every layer but the last. A sample is
right if the output of its label is above all others, or, with one output, if it is above 0 for label 1 and below 0 for label 0. Of the
accepted networks the first ones are tested. The samples are in gnc's order of a seed.

Prints one JSON object: for each n the count and the sums of accuracies and of their squares; and the processor time of the draws.
"""

import argparse
import json
import math
import time

import numpy
import torch

from gnc_order import order

TESTED_AT = [4, 8, 16]


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--labels", required=True)
    parser.add_argument("--classes", required=True)
    parser.add_argument("--divide", type=float, default=1)
    parser.add_argument("--test", type=int, required=True, help="test samples")
    parser.add_argument("--order-seed", type=int, required=True, help="the seed of gnc")
    parser.add_argument("--layers", required=True)
    parser.add_argument("--activation", choices=["relu", "tanh"], required=True)
    parser.add_argument("--bias", type=float, default=0)
    parser.add_argument("--prior", choices=["gauss", "uniform"], required=True)
    parser.add_argument("--draws", type=int, required=True)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--tested", type=int, default=1000, help="accepted networks that are tested for each n")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def samples(args):
    """Training features and labels, then test features and labels; labels are the numbers of the classes."""
    values, labels = numpy.load(args.data), numpy.load(args.labels)
    classes = [int(name) for name in args.classes.split(",")]
    chosen = numpy.flatnonzero(numpy.isin(labels, classes))
    rows = chosen[order(len(chosen), args.order_seed)[: max(TESTED_AT) + args.test]]
    features = torch.tensor(values[rows].reshape(len(rows), -1) / args.divide, dtype=torch.float32)
    numbers = torch.tensor([classes.index(label) for label in labels[rows]])
    n = max(TESTED_AT)
    return features[:n], numbers[:n], features[n:], numbers[n:]


def draw(args, inputs, units, count):
    """Weights [inputs][network][unit] and biases [network][1][unit] of a layer, with the factors on them."""
    def numbers(*shape):
        return torch.randn(*shape) if args.prior == "gauss" else torch.rand(*shape).mul_(2).sub_(1)

    weights = numbers(inputs, count, units).mul_(1 / math.sqrt(inputs))
    return weights, numbers(count, 1, units).mul_(args.bias) if args.bias > 0 else None


def outputs(args, layers, features):
    """The outputs [network][sample][unit]."""
    values = None
    for index, (weights, biases) in enumerate(layers):
        if values is None:
            # All networks share the inputs, so one product has the first layer of all.
            flat = features @ weights.flatten(1)
            values = flat.view(len(features), *weights.shape[1:]).transpose(0, 1)
        else:
            values = torch.relu(values) if args.activation == "relu" else torch.tanh(values)
            values = torch.bmm(values, weights.transpose(0, 1))
        if biases is not None:
            values = values + biases
    return values


def right(values, labels):
    """Which samples the networks have right, [network][sample]; a tie is wrong."""
    if values.shape[2] == 1:
        return torch.where(labels == 1, values[:, :, 0] > 0, values[:, :, 0] < 0)
    own = values.gather(2, labels[None, :, None].expand(len(values), -1, 1))[:, :, 0]
    others = values.scatter(2, labels[None, :, None].expand(len(values), -1, 1), -math.inf)
    return own > others.amax(dim=2)


def main():
    args = options()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    train, train_labels, test, test_labels = samples(args)
    units = [int(name) for name in args.layers.split(",")]
    inputs = [train.shape[1], *units[:-1]]
    found = {n: {"accepted": 0, "tested": 0, "sum": 0.0, "squares": 0.0} for n in TESTED_AT}
    seconds, left = 0.0, args.draws
    while left > 0:
        count = min(args.batch, left)
        left -= count
        before = time.process_time()
        layers = [draw(args, *shape, count) for shape in zip(inputs, units)]
        fits = right(outputs(args, layers, train), train_labels)
        accepted = {n: fits[:, :n].all(dim=1).nonzero()[:, 0] for n in TESTED_AT}
        seconds += time.process_time() - before
        for n, networks in accepted.items():
            found[n]["accepted"] += len(networks)
            networks = networks[: args.tested - found[n]["tested"]]
            if len(networks) > 0:
                kept = [(w[:, networks], None if b is None else b[networks]) for w, b in layers]
                accuracy = right(outputs(args, kept, test), test_labels).double().mean(dim=1)
                found[n]["tested"] += len(networks)
                found[n]["sum"] += accuracy.sum().item()
                found[n]["squares"] += (accuracy**2).sum().item()
    print(json.dumps({"torch": torch.__version__, "draws": args.draws, "seconds": seconds, "found": found}))


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    main()
