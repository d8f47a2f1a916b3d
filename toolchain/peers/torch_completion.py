#!/usr/bin/env python3
"""Seconds of an epoch of gradient descent on matrix completion in PyTorch on the processors, as JSON.

The same full-batch computation as `gnc descend --rows N --cols N --completion`: a linear network, GroupRMSprop, single
precision, the loss at the observed entries alone.
"""

import argparse
import json
import time

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--size", type=int, default=1024, help="rows and columns (1024)")
    parser.add_argument("--width", type=int, default=1024)
    parser.add_argument("--depth", type=int, default=3)
    parser.add_argument("--observed", type=float, default=0.2, help="share of the entries (0.2)")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    shapes = [args.size] + [args.width] * (args.depth - 1) + [args.size]
    factors = [
        (torch.empty(m, n).uniform_(-1, 1) * (1e-3 / m**0.5)).requires_grad_() for m, n in zip(shapes, shapes[1:])
    ]
    entries = args.size * args.size
    positions = torch.randperm(entries)[: int(args.observed * entries)]
    targets = torch.randn(len(positions)) / args.size
    average, forgotten, seconds = 0.0, 1.0, []
    for _ in range(args.epochs):
        start = time.perf_counter()
        product = factors[0]
        for factor in factors[1:]:
            product = product @ factor
        loss = ((product.reshape(-1)[positions] - targets) ** 2).mean()
        gradients = torch.autograd.grad(loss, factors)
        with torch.no_grad():
            average = 0.99 * average + 0.01 * sum(float((g * g).sum()) for g in gradients)
            forgotten *= 0.99
            step = 1e-2 / ((average / (1 - forgotten)) ** 0.5 + 1e-6)
            for factor, gradient in zip(factors, gradients):
                factor.sub_(gradient, alpha=step)
        seconds.append(time.perf_counter() - start)
    # The first epochs allocate.
    later = sorted(seconds[2:])
    print(json.dumps({"torch": torch.__version__, "threads": args.threads, "secondsPerEpoch": later[len(later) // 2]}))


main()
