"""In which numbers a training counts."""
from functools import cache
from pathlib import Path

import torch

#: As Linux names them: AVX-512 and AMX.
FLAGS = ("avx512_bf16", "amx_bf16")


@cache
def has_bfloat16():
    """Whether the processor counts in bfloat16 itself. Where it does not, a step takes many times as long as in float32."""
    file = Path("/proc/cpuinfo")
    return file.exists() and any(flag in file.read_text() for flag in FLAGS)


def autocast():
    """A context: bfloat16 where that is the faster, else float32."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_bfloat16())
