"""Times one matrix product in NumPy: numpy_product.py M K N, the seconds of the fastest run."""
import os
import sys

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import time

import numpy as np

m, k, n = map(int, sys.argv[1:4])
generator = np.random.default_rng(0)
a, b = generator.standard_normal((m, k)), generator.standard_normal((k, n))
repeats = max(1, int(2e7 / (2 * m * k * n)))
best = float("inf")
for _ in range(50):
    start = time.thread_time()
    for _ in range(repeats):
        c = a @ b
    best = min(best, (time.thread_time() - start) / repeats)
print(best)
