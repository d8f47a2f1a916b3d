"""Gradient descent in double precision by PyTorch, from the first weights of a file that `gnc descend --weights` wrote.

Prints one JSON object: the largest difference of its last weights from those of the file, over the largest change that a weight
made, and that change. The optimizers gd, momentum and adam are PyTorch's; group-rmsprop is written as in Alexander et al. (arXiv
2506.03931). Batches of measurements follow the order that gnc documents (MeasurementBatches), of which this is a second
implementation.
"""

import argparse
import json
import sys

WORD = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood 2014, with the finaliser of Stafford's variant 13."""

    def __init__(self, seed):
        self.state = seed & WORD

    @staticmethod
    def mix(z):
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
        return z ^ (z >> 31)

    def below(self, bound):
        limit = (1 << 63) - 1 - ((1 << 63) - 1) % bound
        while True:
            self.state = (self.state + 0x9E3779B97F4A7C15) & WORD
            bits = self.mix(self.state) >> 1
            if bits < limit:
                return bits % bound


def batches(count, size, seed):
    """Which measurements the steps see: all in a random order, some at a time, in a new order after each pass."""
    random = SplitMix64(SplitMix64.mix((seed & WORD) ^ int.from_bytes(b"batches!", "big")))
    order = list(range(count))
    while True:
        for i in range(count - 1, 0, -1):
            j = random.below(i + 1)
            order[i], order[j] = order[j], order[i]
        for first in range(0, count, size):
            yield order[first : first + size]


class GroupRmsprop:
    """v = 0.99 v + 0.01 |g|^2 over all weights, step = rate / (sqrt(v / (1 - 0.99^t)) + 1e-6) along the momentum buffer."""

    def __init__(self, torch, weights, rate, momentum):
        self.torch, self.weights, self.rate, self.momentum = torch, weights, rate, momentum
        self.average, self.steps = 0.0, 0
        self.buffers = [torch.zeros_like(w) for w in weights]

    def zero_grad(self):
        for w in self.weights:
            w.grad = None

    def step(self):
        self.steps += 1
        squares = sum(float((w.grad**2).sum()) for w in self.weights)
        self.average = 0.99 * self.average + 0.01 * squares
        length = self.rate / ((self.average / (1 - 0.99**self.steps)) ** 0.5 + 1e-6)
        with self.torch.no_grad():
            for w, buffer in zip(self.weights, self.buffers):
                buffer.mul_(self.momentum).add_(w.grad)
                w.sub_(buffer, alpha=length)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("problem")
    parser.add_argument("weights")
    parser.add_argument("--optimizer", choices=["gd", "group-rmsprop", "adam"], required=True)
    parser.add_argument("--lr", type=float, required=True)
    parser.add_argument("--momentum", type=float, required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--activation", choices=["linear", "tanh", "leaky-relu"], required=True)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    args = parser.parse_args()
    try:
        import torch
    except ImportError:
        sys.exit("PyTorch is missing: install it (Debian and Ubuntu: python3-torch).")
    torch.set_default_dtype(torch.float64)
    with open(args.problem) as file:
        problem = json.load(file)
    with open(args.weights) as file:
        first, last = [s["factors"] for s in json.load(file)["weights"]]
    weights = [torch.tensor(factor, requires_grad=True) for factor in first]
    matrices, targets = torch.tensor(problem["train"]["measurements"]), torch.tensor(problem["train"]["targets"])
    activate = {"linear": lambda x: x, "tanh": torch.tanh, "leaky-relu": lambda x: torch.nn.functional.leaky_relu(x, 0.2)}
    optimizer = {
        "gd": lambda: torch.optim.SGD(weights, lr=args.lr, momentum=args.momentum),
        "adam": lambda: torch.optim.Adam(weights, lr=args.lr),
        "group-rmsprop": lambda: GroupRmsprop(torch, weights, args.lr, args.momentum),
    }[args.optimizer]()
    whole = args.batch == len(targets)
    some = batches(len(targets), args.batch, args.seed)
    for _ in range(args.epochs):
        product = weights[0]
        for factor in weights[1:]:
            product = activate[args.activation](product) @ factor
        residuals = matrices @ product.reshape(-1) - targets
        optimizer.zero_grad()
        ((residuals if whole else residuals[next(some)]) ** 2).mean().backward()
        optimizer.step()
    pairs = [(w.detach(), torch.tensor(f), torch.tensor(l)) for w, f, l in zip(weights, first, last)]
    change = max(float((l - f).abs().max()) for _, f, l in pairs)
    difference = max(float((w - l).abs().max()) for w, _, l in pairs) / change
    print(json.dumps({"difference": difference, "change": change, "torch": torch.__version__}))


if __name__ == "__main__":
    main()
