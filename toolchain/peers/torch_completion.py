#!/usr/bin/env python3
"""Seconds of an epoch of gradient descent on matrix completion in PyTorch on the processors, as JSON.

The same full-batch computation as `gnc descend --rows N --cols N --completion`: a linear network, GroupRMSprop, single
precision, the loss at the observed entries alone. It is written in three ways: "index" picks the observed entries out of the
product, "mask" multiplies all residuals by zeros and ones, and "hand" is "mask" with the gradients written out and memory
reused. The reference implementation has a matrix of rows x cols numbers for every observed entry. That
needs 4 n rows cols bytes for n entries, more than the memory of a machine here, so it is not measured.
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
    parser.add_argument("--way", choices=["index", "mask", "hand"], default="index", help="how it is written (index)")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    shapes = [args.size] + [args.width] * (args.depth - 1) + [args.size]
    factors = [torch.empty(m, n).uniform_(-1, 1) * (1e-3 / m**0.5) for m, n in zip(shapes, shapes[1:])]
    entries = args.size * args.size
    positions = torch.randperm(entries)[: int(args.observed * entries)]
    targets = torch.randn(len(positions)) / args.size
    gradients_of = {"index": index, "mask": mask, "hand": hand}[args.way](factors, positions, targets)
    average, forgotten, seconds = 0.0, 1.0, []
    for _ in range(args.epochs):
        start = time.perf_counter()
        gradients = gradients_of()
        with torch.no_grad():
            average = 0.99 * average + 0.01 * sum(float((g * g).sum()) for g in gradients)
            forgotten *= 0.99
            step = 1e-2 / ((average / (1 - forgotten)) ** 0.5 + 1e-6)
            for factor, gradient in zip(factors, gradients):
                factor.sub_(gradient, alpha=step)
        seconds.append(time.perf_counter() - start)
    # The first two epochs allocate memory and are left out.
    later = sorted(seconds[2:])
    result = {"torch": torch.__version__, "threads": args.threads, "way": args.way}
    result.update(secondsPerEpoch=sum(later) / len(later), median=later[len(later) // 2], best=later[0])
    print(json.dumps(result))


def product_of(factors):
    product = factors[0]
    for factor in factors[1:]:
        product = product @ factor
    return product


def index(factors, positions, targets):
    for factor in factors:
        factor.requires_grad_()

    def gradients():
        loss = ((product_of(factors).reshape(-1)[positions] - targets) ** 2).mean()
        return torch.autograd.grad(loss, factors)

    return gradients


def dense(factors, positions, targets):
    """The targets, and a mask with 1 at each observed entry, as whole matrices."""
    shape = (factors[0].shape[0], factors[-1].shape[1])
    whole, observed = torch.zeros(shape), torch.zeros(shape)
    whole.view(-1)[positions] = targets
    observed.view(-1)[positions] = 1
    return whole, observed


def mask(factors, positions, targets):
    whole, observed = dense(factors, positions, targets)
    for factor in factors:
        factor.requires_grad_()

    def gradients():
        loss = (((product_of(factors) - whole) * observed) ** 2).sum() / len(positions)
        return torch.autograd.grad(loss, factors)

    return gradients


def hand(factors, positions, targets):
    whole, observed = dense(factors, positions, targets)
    observed *= 2 / len(positions)
    outputs = [factors[0]] + [torch.empty(factors[0].shape[0], f.shape[1]) for f in factors[1:]]
    behind = [torch.empty_like(o) for o in outputs]
    result = [torch.empty_like(f) for f in factors]

    def gradients():
        for f in range(1, len(factors)):
            torch.mm(outputs[f - 1], factors[f], out=outputs[f])
        torch.sub(outputs[-1], whole, out=behind[-1]).mul_(observed)
        for f in range(len(factors) - 1, 0, -1):
            torch.mm(outputs[f - 1].t(), behind[f], out=result[f])
            torch.mm(behind[f], factors[f].t(), out=behind[f - 1] if f > 1 else result[0])
        return result if len(factors) > 1 else behind

    return gradients


main()
