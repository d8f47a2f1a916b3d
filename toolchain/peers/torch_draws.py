"""Measures the draws a second of Guess & Check in PyTorch, computed as the reference implementation does.

A batch of draws: every layer's weights from randn, scaled by 1/sqrt(its columns); batched matrix products with an
activation after every layer but the last; division by the norm if asked; then both losses, the draws below the threshold
and their mean. The losses are taken in one of two ways: "einsum" contracts the products with one measurement after the
other, "matmul" flattens the products and multiplies them once by all measurements. Everything is single precision.

Prints one JSON object: the most draws a second over all batch sizes and both ways, with its batch size and way.
"""

import argparse
import json
import math
import os
import sys
import time


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--depth", type=int, required=True)
    parser.add_argument("--normalize", action="store_true")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--batches", default="2000,10000,50000,200000")
    parser.add_argument("--loss", choices=["einsum", "matmul"], help="only one of the two ways")
    parser.add_argument("--seconds", type=float, default=1.0, help="for each batch size and way")
    parser.add_argument("--start-at", type=float, default=0.0, help="time at which measuring starts, for peers in step")
    return parser.parse_args()


def sensing(torch, size=5, count=15):
    """A rank-1 ground truth of norm 1, measurements of norm 1 and an orthonormal basis of their complement."""
    truth = torch.randn(size, 1) @ torch.randn(1, size)
    truth = truth / truth.norm()
    train = torch.randn(count, size, size)
    train = train / train.flatten(1).norm(dim=1)[:, None, None]
    basis = torch.linalg.svd(train.flatten(1))[2][count:].reshape(-1, size, size)
    return truth, train, basis


def loss_einsum(torch, product, matrices, targets):
    total = torch.zeros(product.shape[0])
    for matrix, target in zip(matrices, targets):
        total += (torch.einsum("bij,ij->b", product, matrix) - target) ** 2
    return total / len(matrices)


def loss_matmul(torch, product, matrices, targets):
    return ((product.flatten(1) @ matrices.flatten(1).T - targets) ** 2).mean(dim=1)


def draw(torch, batch, args, size=5):
    """The products of a batch of networks, [batch][row][column]."""
    product = None
    for layer in range(args.depth):
        rows = size if layer == 0 else args.width
        cols = size if layer == args.depth - 1 else args.width
        weights = torch.randn(batch, rows, cols).mul_(1 / math.sqrt(cols))
        product = weights if product is None else torch.bmm(product, weights)
    if args.normalize:
        product = product / (product.flatten(1).norm(dim=1)[:, None, None] + 1e-6)
    return product


def measure(torch, args, batch, loss, problem):
    truth, train, basis = problem
    train_targets = (train * truth).sum(dim=(1, 2))
    basis_targets = (basis * truth).sum(dim=(1, 2))
    eps = 0.0035 if args.normalize else 0.02
    draws, start = 0, None
    while True:
        # The first batch warms up memory, thread pool and kernels, and is not counted.
        product = draw(torch, batch, args)
        accepted = loss(torch, product, train, train_targets) < eps
        generalization = loss(torch, product, basis, basis_targets)
        (generalization.mean(), generalization[accepted].sum(), accepted.sum())
        now = time.perf_counter()
        if start is None:
            start = now
            continue
        draws += batch
        if now - start > args.seconds:
            return draws / (now - start)


def main():
    args = options()
    try:
        import torch
    except ImportError:
        sys.exit("PyTorch is missing: install it (Debian and Ubuntu: python3-torch).")
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    problem = sensing(torch)
    time.sleep(max(0.0, args.start_at - time.time()))
    best = {"drawsPerSecond": 0.0}
    with torch.no_grad():
        for batch in map(int, args.batches.split(",")):
            # Skips a batch whose weights and scaled copies, in single precision, would take more than 2 GB.
            if batch * 10 * args.width * 4 * 4 > 2e9 and batch > 2000:
                continue
            for name, loss in (("einsum", loss_einsum), ("matmul", loss_matmul)):
                if args.loss not in (None, name):
                    continue
                speed = measure(torch, args, batch, loss, problem)
                if speed > best["drawsPerSecond"]:
                    best = {"drawsPerSecond": speed, "batch": batch, "loss": name}
    best.update(torch=torch.__version__, threads=args.threads)
    print(json.dumps(best))


if __name__ == "__main__":
    main()
