"""Measures the epochs a second of many gradient descents of linear networks in one batched PyTorch tensor, on one thread.

The problem is 5 x 5 with 15 measurements; all runs have it, and differ in their weights. The gradient is written in three ways:
"autograd" multiplies batched matrices and lets PyTorch differentiate; "bmm" does the same with the gradients written out and memory
reused; "last" has the runs in the last dimension, [row][column][run], and multiplies by sums of elementwise products, which for
small matrices is faster than batched ones. Everything is single precision. Prints one JSON object: for each way the most epochs of
all runs a second of processor time over the numbers of runs, and that number.
"""

import argparse
import json
import math
import sys
import time

SIDE, COUNT, RATE = 5, 15, 1e-4


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--depth", type=int, required=True)
    parser.add_argument("--optimizer", choices=["gd", "group-rmsprop"], default="gd")
    parser.add_argument("--way", choices=sorted(WAYS), help="only one of the ways")
    parser.add_argument("--runs", default="16,64,256,1024,4096,16384")
    parser.add_argument("--seconds", type=float, default=2, help="for each way and number of runs")
    args = parser.parse_args()
    try:
        import torch
    except ImportError:
        sys.exit("PyTorch is missing: install it (Debian and Ubuntu: python3-torch).")
    torch.set_num_threads(1)
    torch.manual_seed(1)
    train = torch.randn(COUNT, SIDE * SIDE)
    train = train / train.norm(dim=1)[:, None]
    targets = train @ (torch.randn(SIDE * SIDE) / SIDE)
    sizes = [SIDE] + [args.width] * (args.depth - 1) + [SIDE]
    best = {}
    for runs in map(int, args.runs.split(",")):
        # Skips numbers of runs whose weights, gradients and products take more than 1 GB.
        if runs * sum(a * b for a, b in zip(sizes, sizes[1:])) * 16 > 1e9:
            continue
        for way in [args.way] if args.way else sorted(WAYS):
            weights = [torch.empty(runs, a, b).uniform_(-0.5, 0.5).div_(math.sqrt(a)) for a, b in zip(sizes, sizes[1:])]
            rule = Gd() if args.optimizer == "gd" else GroupRmsprop(torch)
            epoch = WAYS[way](torch, weights, train, targets, rule)
            speed = measure(epoch, runs, args.seconds)
            if way not in best or speed > best[way]["epochsPerSecond"]:
                best[way] = {"epochsPerSecond": speed, "runs": runs}
    print(json.dumps({"torch": torch.__version__, "ways": best}))


def measure(epoch, runs, seconds):
    # The first epochs allocate memory and warm up, and are not counted.
    for _ in range(3):
        epoch()
    epochs, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        epoch()
        epochs += 1
    return epochs * runs / (time.process_time() - start)


class Gd:
    def step(self, weights, gradients, run):
        for w, g in zip(weights, gradients):
            w.sub_(g, alpha=RATE)


class GroupRmsprop:
    """One running average of the squared gradient norm for each run."""

    def __init__(self, torch):
        self.torch, self.average, self.forgotten = torch, 0, 1.0

    def step(self, weights, gradients, run):
        others = [d for d in range(3) if d != run]
        squares = sum((g * g).sum(dim=others, keepdim=True) for g in gradients)
        self.average = 0.99 * self.average + 0.01 * squares
        self.forgotten *= 0.99
        length = RATE / ((self.average / (1 - self.forgotten)).sqrt() + 1e-6)
        for w, g in zip(weights, gradients):
            w.sub_(g * length)


def autograd(torch, weights, train, targets, rule):
    for w in weights:
        w.requires_grad_()

    def epoch():
        product = weights[0]
        for w in weights[1:]:
            product = torch.bmm(product, w)
        loss = ((product.flatten(1) @ train.T - targets) ** 2).sum() / COUNT
        gradients = torch.autograd.grad(loss, weights)
        with torch.no_grad():
            rule.step(weights, gradients, 0)

    return epoch


def bmm(torch, weights, train, targets, rule):
    runs = weights[0].shape[0]
    products = [weights[0]] + [torch.empty(runs, SIDE, w.shape[2]) for w in weights[1:]]
    outer = [torch.empty_like(p) for p in products]
    gradients = [torch.empty_like(w) for w in weights]
    gradients[0] = outer[0]
    residuals = torch.empty(runs, COUNT)
    scaled = train * (2 / COUNT)

    def epoch():
        for f in range(1, len(weights)):
            torch.bmm(products[f - 1], weights[f], out=products[f])
        torch.addmm(targets, products[-1].view(runs, -1), train.T, beta=-1, out=residuals)
        torch.mm(residuals, scaled, out=outer[-1].view(runs, -1))
        for f in range(len(weights) - 1, 0, -1):
            torch.bmm(products[f - 1].transpose(1, 2), outer[f], out=gradients[f])
            torch.bmm(outer[f], weights[f].transpose(1, 2), out=outer[f - 1])
        rule.step(weights, gradients, 0)

    return epoch


def last(torch, weights, train, targets, rule):
    weights = [w.permute(1, 2, 0).contiguous() for w in weights]
    runs = weights[0].shape[2]
    products = [weights[0]] + [torch.empty(SIDE, w.shape[1], runs) for w in weights[1:]]
    outer = [torch.empty_like(p) for p in products]
    gradients = [torch.empty_like(w) for w in weights]
    gradients[0] = outer[0]
    residuals = torch.empty(COUNT, runs)
    scaled = (train * (2 / COUNT)).T.contiguous()
    column = targets[:, None]

    def multiply(a, b, out):
        """out[i][j][run] = sum over k of a[i][k][run] b[k][j][run]."""
        torch.mul(a[:, 0, None], b[None, 0], out=out)
        for k in range(1, a.shape[1]):
            out.addcmul_(a[:, k, None], b[None, k])

    def epoch():
        for f in range(1, len(weights)):
            multiply(products[f - 1], weights[f], products[f])
        torch.addmm(column, train, products[-1].view(-1, runs), beta=-1, out=residuals)
        torch.mm(scaled, residuals, out=outer[-1].view(-1, runs))
        for f in range(len(weights) - 1, 0, -1):
            multiply(products[f - 1].transpose(0, 1), outer[f], gradients[f])
            multiply(outer[f], weights[f].transpose(0, 1), outer[f - 1])
        rule.step(weights, gradients, 2)

    return epoch


WAYS = {"autograd": autograd, "bmm": bmm, "last": last}

if __name__ == "__main__":
    main()
