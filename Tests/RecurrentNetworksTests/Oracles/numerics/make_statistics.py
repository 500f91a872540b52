"""Writes statistics.json beside this file, from SciPy and NumPy.

Infinity is written as a string, which JSON has no number for.
"""
import json
import pathlib
import platform

import numpy as np
import scipy
from scipy.stats import mannwhitneyu, permutation_test

HERE = pathlib.Path(__file__).parent
generator = np.random.default_rng(11)


def values(numbers):
    return [str(float(x)) for x in numbers]


def u(first, second):
    """Pairs in which the first is larger, ties one half."""
    return sum((a > b) + 0.5 * (a == b) for a in first for b in second)


def exact(first, second):
    """SciPy's exact distribution holds without ties; with ties every division is tried."""
    if len(set(first) | set(second)) == len(first) + len(second):
        return mannwhitneyu(first, second, method="exact").pvalue
    centre = len(first) * len(second) / 2
    return permutation_test(
        (np.array(first), np.array(second)), lambda a, b: abs(u(a, b) - centre), vectorized=False,
        n_resamples=np.inf, alternative="greater").pvalue


samples = [([3.0], [1.0]), ([1, 2, 3], [4, 5, 6]), ([0.5, 0.25], [0.75, 0.1, 0.3])]
for m, n, shift in [(1, 7, 0), (5, 5, 0.5), (5, 5, 3), (16, 16, 0), (16, 16, 1), (16, 16, 5), (8, 20, -1), (30, 12, 0.3)]:
    samples.append((generator.normal(0, 1, m).tolist(), generator.normal(shift, 1, n).tolist()))
for m, n, top in [(4, 4, 3), (5, 6, 4), (7, 5, 2), (6, 6, 5)]:
    samples.append((generator.integers(0, top, m).tolist(), generator.integers(0, top, n).tolist()))
samples += [([1, 1, 1], [1, 1, 1, 1]), ([5, 7, np.inf, np.inf], [1, 2, 3, np.inf]), ([-np.inf, 2], [np.inf, 3, 4])]

quantiles = []
for count in [1, 2, 3, 4, 7, 16, 33]:
    numbers = generator.normal(0, 1, count)
    for share in [0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 1]:
        quantiles.append({"values": values(numbers), "share": share, "quantile": float(np.quantile(numbers, share))})

comparisons = [
    {"first": values(a), "second": values(b), "u": float(u(a, b)), "p": float(exact(a, b))} for a, b in samples]
versions = {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
(HERE / "statistics.json").write_text(
    json.dumps({"versions": versions, "comparisons": comparisons, "quantiles": quantiles}, indent=0) + "\n")
