"""Writes labelled samples as X.npy and y.npy for peers/learn: pictures, a mixture, or half-planes of known angles. Needs NumPy."""

import argparse
from pathlib import Path

import numpy


def pictures(random, count=2000, side=14):
    """Bytes of noisy pictures of two prototypes that share four fifths of their pixels, labelled 0 and 7."""
    first = random.random(side * side) < 0.3
    second = numpy.where(random.random(side * side) < 0.2, ~first, first)
    labels = numpy.where(random.random(count) < 0.5, 0, 7)
    means = numpy.where(labels[:, None] == 0, first, second) * 200
    values = numpy.clip(means + random.normal(0, 60, (count, side * side)), 0, 255)
    return values.astype(numpy.uint8).reshape(count, side, side), labels.astype(numpy.uint8)


def mixture(random, count=2000, features=8):
    """Two Gaussian clusters of variance 1 around opposite points, one and a half standard deviations from the origin."""
    labels = random.integers(0, 2, count)
    direction = random.normal(size=features)
    centre = 1.5 * direction / numpy.linalg.norm(direction)
    values = random.normal(size=(count, features)) + numpy.where(labels[:, None] == 1, centre, -centre)
    return values.astype(numpy.float32), labels


def angles(random, count=1000):
    """
    Points of the plane whose angles are between -45 and 45 degrees with label 1, or their opposites with label 0: a direction has
    a point right if it is less than 90 degrees from the angle. The angles are in angles.txt.
    """
    angle = random.uniform(-numpy.pi / 4, numpy.pi / 4, count)
    labels = random.integers(0, 2, count)
    sign = 2 * labels - 1
    points = numpy.stack([sign * numpy.cos(angle), sign * numpy.sin(angle)], axis=1)
    return points, labels, angle


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=["pictures", "mixture", "angles"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    values, labels, *more = globals()[args.kind](numpy.random.default_rng(args.seed))
    numpy.save(args.folder / "X.npy", values)
    numpy.save(args.folder / "y.npy", labels)
    for angle in more:
        (args.folder / "angles.txt").write_text("\n".join(map(repr, angle.tolist())) + "\n")


if __name__ == "__main__":
    main()
