"""Writes doubles.safetensors and mixed.safetensors with the package that defines the format.

    pip install numpy safetensors torch
    python3 make_tensors.py

doubles.safetensors is what Safetensors.bytes(of:) must write for the same tensors, byte for byte; mixed.safetensors has
the other types of numbers that can be read.
"""

import torch
from safetensors import torch as tensors

numbers = torch.tensor([[1.5, -2.25, 0.1], [5e-324, -0.0, 1e300]], dtype=torch.float64)
doubles = {
    "layer 0: w": numbers,
    "layer 1: b": torch.tensor([float("inf"), float("nan")], dtype=torch.float64),
    'the "name" \\ of ∂, \n😀': torch.tensor(0.1, dtype=torch.float64),
    "z empty": torch.zeros(0, 3, dtype=torch.float64),
}
tensors.save_file(doubles, "doubles.safetensors")

small = torch.tensor([0.1, -1.0, 65504.0, 6e-8, float("inf"), 2.0**-14, -0.0])
mixed = {
    "double": small.double(), "float": small, "half": small.half(), "brain": small.bfloat16(),
}
tensors.save_file(mixed, "mixed.safetensors", metadata={"made": "by hand", "é": "ü"})
for name, value in mixed.items():
    print(name, value.double().tolist())
