"""Finds a Python that has PyTorch, for the scripts here, which themselves run on any."""

import os
import subprocess
import sys
from pathlib import Path


def python_with_torch(script):
    """The path of a python3 that can import torch; the script that needs it is named where there is none."""
    for folder in os.get_exec_path():
        candidate = Path(folder) / "python3"
        if candidate.exists() and subprocess.run([candidate, "-c", "import torch"], capture_output=True).returncode == 0:
            return str(candidate)
    sys.exit(f"{script}: no python3 on the PATH can import torch: install PyTorch (Debian and Ubuntu: python3-torch).")
