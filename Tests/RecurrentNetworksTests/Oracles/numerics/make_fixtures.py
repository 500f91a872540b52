"""Writes functions.json, random.json and algebra.json beside this file, from mpmath and NumPy.

Numbers that must be exact are the hexadecimal digits of a double's bits.
"""
import json
import pathlib
import platform
import struct

import mpmath
import numpy as np
from mpmath import mp, mpf

mp.prec = 2400  # as many digits as tell 1 + 2^-1074 from 1
HERE = pathlib.Path(__file__).parent
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "mpmath": mpmath.__version__}


def bits(x):
    return format(struct.unpack("<Q", struct.pack("<d", float(x)))[0], "x")


def write(name, **content):
    (HERE / name).write_text(json.dumps({"versions": VERSIONS, **content}, indent=0) + "\n")


# Functions: argument, nearest double, and what that leaves in ulps of it.

FUNCTIONS = {
    "exp": (mpmath.exp, -750, 712, [-745.1332191019411, -708.4, 709.782712893384, 709.8, 1e300, -1e300]),
    "expm1": (mpmath.expm1, -45, 712, [0.3466, 0.35, -0.35, 0.3472218558261266, 709.782712893384, 1e300, -1e300]),
    "log": (mpmath.log, 0, 100, [2**0.5, 0.5**0.5, 1.413726243185289, 1 - 2**-53, 1 + 2**-52]),
    "log1p": (mpmath.log1p, -1, 100, [-1 + 2**-53, 0.4118457317932662, 2**0.5 - 1, 1e300]),
    "tanh": (mpmath.tanh, -23, 23, [0.18264115528968983, -0.1773706102992907, 21.9, 22.1, 1e300, -1e300]),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), -750, 50,
                [-708.3966047514405, -745, -0.3465680817060006, 36.7, 1e300, -1e300]),
    "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), -750, 50,
                 [-37.000733916659954, -36.752748242090846, -37, 40, 39.999, 1e300, -1e300]),
}
SPECIAL = {
    "exp": lambda x: {np.inf: np.inf, -np.inf: 0.0}.get(x, 1.0),
    "expm1": lambda x: {np.inf: np.inf, -np.inf: -1.0}.get(x, x),
    "log": lambda x: np.inf if x == np.inf else -np.inf if x == 0 else np.nan,
    "log1p": lambda x: x if x == 0 or x == np.inf else -np.inf if x == -1 else np.nan,
    "tanh": lambda x: {np.inf: 1.0, -np.inf: -1.0}.get(x, x),
    "sigmoid": lambda x: {np.inf: 1.0, -np.inf: 0.0}.get(x, 0.5),
    "softplus": lambda x: {np.inf: np.inf, -np.inf: 0.0}.get(x, float(np.log(2.0))),
}


def arguments(low, high, extra, generator):
    anywhere = generator.integers(0, 2**63, 90, dtype=np.uint64).view(np.float64)
    return np.concatenate([
        extra, [5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, -1e-300, 1.7976931348623157e308],
        anywhere, -anywhere[::3], generator.uniform(low, high, 120), generator.uniform(-1, 1, 60),
        generator.normal(0, 1, 40) * 10.0 ** generator.integers(-20, 0, 40),
        0.5 * np.log(2) * np.arange(-3, 4) + generator.uniform(-1e-3, 1e-3, 7)])


def row(function, x):
    true = function(mpf(float(x)))
    nearest = float(true)
    if nearest in (np.inf, -np.inf):
        return [bits(x), bits(nearest), 0.0]
    ulp = mpf(float(np.spacing(abs(nearest))))
    return [bits(x), bits(nearest), float((true - mpf(nearest)) / ulp)]


rows = {}
generator = np.random.default_rng(2024)
for name, (function, low, high, extra) in FUNCTIONS.items():
    domain = {"log": lambda x: x > 0, "log1p": lambda x: x > -1}.get(name, lambda x: True)
    # Far outside, where the true value needs no computing.
    bound = 1e5 if name in ("exp", "expm1", "sigmoid", "softplus", "tanh") else np.inf
    values = [max(-bound, min(bound, float(x))) for x in arguments(low, high, extra, generator) if np.isfinite(x)]
    rows[name] = [row(function, x) for x in values if domain(x)]
    specials = [np.inf, -np.inf, 0.0, -0.0, np.nan] + ([-1.0, -2.5] if name.startswith("log") else [])
    if name == "log1p":
        specials = [np.inf, -np.inf, 0.0, -0.0, np.nan, -1.0, -2.5]
    for x in specials:
        rows[name].append([bits(x), bits(np.nan if np.isnan(x) else SPECIAL[name](x)), 0.0])
    if name == "softplus":  # ln 2 is not a double
        rows[name][-3:-1] = [row(function, 0.0)] * 2
write("functions.json", functions=rows)

# Random numbers.


def words(seed):
    """A seed as the test reads it: decimal digits, one string for each integer."""
    return [str(s) for s in (seed if isinstance(seed, list) else [seed])]


seeds = [0, 1, 42, 2**32 - 1, 2**32, 2**64 - 1, 2**64, 2**128 + 12345, 3**200, [1, 2, 3], [0, 2**40], [0], [5, 0, 0, 0, 7],
         [2**100, 3]]
seeds += [int(s) for s in generator.integers(0, 2**63, 20)]
seeding = [{"seed": words(s), "raw": [bits_ for bits_ in (format(int(r), "x") for r in np.random.PCG64(s).random_raw(4))]}
           for s in seeds]

MASK = 2**64 - 1


def digest(values):
    """Each value enters by the running hash h <- (h xor value) * odd, modulo 2^64."""
    h = 0
    for value in values:
        h = ((h ^ (value & MASK)) * 0x9E3779B97F4A7C15) & MASK
    return format(h, "x")


COUNT = 1_000_000
uniform = np.random.default_rng(12345).random(COUNT).view(np.uint64)
ranges = [(0, 10), (-5, 1000003), (0, 2**32 - 1), (0, 2**32), (-7, 2**32), (0, 2**40 + 1), (-2**62, 2**62 + 3),
          (-2**63, 2**63 - 1), (3, 4)]
g = np.random.default_rng(777)
mixed = []
for _ in range(COUNT // (8 * len(ranges))):
    for low, high in ranges:
        mixed += [int(v) for v in g.integers(low, high, 4)]
        mixed += [int(g.integers(low, high)) for _ in range(4)]
small = [int(v) for v in np.random.default_rng(31).integers(0, 1000, COUNT // 4)]
normals = np.random.default_rng(99).standard_normal(COUNT)
total = 0.0
for value in normals.tolist():
    total += value
parent = np.random.default_rng(8)
children = parent.spawn(3)
grandchildren = children[2].spawn(2) + parent.spawn(1)
stepped = np.random.PCG64(5)
stepped.random_raw()
advances = []
for steps in [0, 1, 1000, 2**64 + 3, 2**127 + 11]:
    stepped.advance(steps)
    advances.append([str(steps), format(int(stepped.random_raw()), "x")])
jumps = [[k, format(int(np.random.PCG64(5).jumped(k).random_raw()), "x")] for k in (1, 2, 10)]
shuffles = np.random.default_rng(4)
write(
    "random.json", seeding=seeding, count=COUNT, uniform=digest(uniform.tolist()), ranges=[[str(a), str(b)] for a, b in ranges],
    rounds=COUNT // (8 * len(ranges)), integers=digest(mixed), small=digest(small),
    normals=normals[::2000].tolist(), normalSum=total, normalExtremes=[float(normals.min()), float(normals.max())],
    children=[format(int(c.bit_generator.random_raw()), "x") for c in children + grandchildren],
    advances=advances, jumps=jumps,
    permutations=[[int(i) for i in shuffles.permutation(n)] for n in (1, 2, 12, 100)],
    manyNormals=[[s, np.random.default_rng(s).standard_normal(3).tolist()] for s in range(200)])

# Linear algebra.

g = np.random.default_rng(3)
matrices = {
    "one": [[-2.5]], "zero": [[0, 0], [0, 0]], "shear": [[0.9, 5], [0, 0.9]], "rotation": [[0.6, -0.8], [0.8, 0.6]],
    "permutation": [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]],
    "companion": [[0, 0, 0, -24], [1, 0, 0, 50], [0, 1, 0, -35], [0, 0, 1, 10]],
    "rank one": np.outer([1, 2, 3], [4, 5, 6]).tolist(), "huge": [[1e300, 2e300], [3e300, -1e300]],
    "tiny": [[1e-300, 2e-300], [3e-300, -1e-300]], "graded": np.diag([1, 1e-5, 1e-10]).tolist(),
    "symmetric": [[2, 1, 0], [1, 2, 1], [0, 1, 2]], "wide": g.standard_normal((3, 7)).tolist(),
    "tall": g.standard_normal((9, 4)).tolist(), "random 5": g.standard_normal((5, 5)).tolist(),
    "random 16": g.standard_normal((16, 16)).tolist(), "nonnegative 12": g.random((12, 12)).tolist(),
}
cases = []
for name, rows_ in matrices.items():
    m = np.array(rows_, dtype=float)
    scale = 2.0 ** np.floor(np.log2(np.abs(m).max())) if m.any() else 1.0
    values = np.linalg.eigvals(m / scale) * scale if m.shape[0] == m.shape[1] else []
    cases.append({
        "name": name, "rows": m.tolist(), "singularValues": (np.linalg.svd(m / scale, compute_uv=False) * scale).tolist(),
        "eigenvalues": sorted(([float(v.real), float(v.imag)] for v in np.asarray(values, dtype=complex)))})
write("algebra.json", matrices=cases)
