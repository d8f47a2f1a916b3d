#!/usr/bin/env python3
"""Writes a matrix completion problem made of a photograph: a share of its pixels is observed, the others are the test.

The picture is the racoon's face of 768 x 1024 pixels that Debian's python3-scipy ships as scipy/misc/face.dat (public
domain, says SciPy: from public-domain-image.com); its mean over the colours, in [0, 1]. Needs python3-scipy's file alone.
Example: picture_problem.py --observed 0.3 face.json && toolchain/gnc descend --problem face.json --width 256 --depth 3 ...
"""

import argparse
import bz2
import json
import os
import random
from pathlib import Path

ROWS, COLS = 768, 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", help="problem file to write")
    parser.add_argument("--observed", type=float, default=0.3, help="share of the pixels that is observed (0.3)")
    parser.add_argument("--seed", type=int, default=1, help="which pixels (1)")
    parser.add_argument("--face", default="/usr/lib/python3/dist-packages/scipy/misc/face.dat", help="the picture")
    args = parser.parse_args()
    if not 0 < args.observed < 1:
        parser.error(f"--observed {args.observed}: a number between 0 and 1 is allowed")
    if not Path(args.face).is_file():
        parser.error(f"--face {args.face}: there is no such file (Debian and Ubuntu: python3-scipy)")
    bytes_ = bz2.decompress(Path(args.face).read_bytes())
    grey = [round(sum(bytes_[3 * e : 3 * e + 3]) / 765, 4) for e in range(ROWS * COLS)]
    observed = sorted(random.Random(args.seed).sample(range(ROWS * COLS), int(args.observed * ROWS * COLS)))
    problem = {
        "rows": ROWS,
        "cols": COLS,
        "train": {"entries": [[e // COLS, e % COLS, grey[e]] for e in observed]},
        "groundTruth": [grey[r * COLS : (r + 1) * COLS] for r in range(ROWS)],
    }
    partial = args.out + ".partial"
    Path(partial).write_text(json.dumps(problem))
    os.replace(partial, args.out)


main()
