"""The files that the scripts beside it write, and their errors."""

import os
import sys
from pathlib import Path


def wrong(sentence):
    print(f"{Path(sys.argv[0]).name}: {sentence}", file=sys.stderr)
    sys.exit(2)


try:
    import numpy as np
except ImportError:
    wrong(f"{sys.executable} can't import numpy; a Python with NumPy is needed (Debian and Ubuntu: python3-numpy)")


def save(folder, name, X, y):
    """Writes name-X.npy and name-y.npy, each whole or not at all, and says of what they are."""
    for suffix, array in (("X", X), ("y", y)):
        file = Path(folder) / f"{name}-{suffix}.npy"
        partial = file.with_name(file.name + ".partial")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with open(partial, "wb") as out:
                np.save(out, array)
            os.replace(partial, file)
        except OSError as e:
            wrong(f"{file}: cannot be written: {e.strerror}; another --out is needed")
        finally:
            partial.unlink(missing_ok=True)
        print(f"{file}: shape {array.shape}, {array.dtype}, {array.min()} to {array.max()}")
    print("samples of each label: " + ", ".join(str(n) for n in np.bincount(y)))
