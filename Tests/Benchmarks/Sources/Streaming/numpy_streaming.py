"""Prints the seconds that NumPy takes for one step of an LSTM with a head, and for a matrix times a vector."""

import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402  (after the number of threads)


def fastest(runs, body):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return min(times)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


rng = np.random.default_rng(1)
sizes, products = ([int(n) for n in word.split(",")] for word in sys.argv[1:])
for h in sizes:
    w, u, b = rng.normal(size=(4 * h, 16)), rng.normal(size=(4 * h, h)) / h, rng.normal(size=4 * h)
    head, bias, x = rng.normal(size=(16, h)), rng.normal(size=16), rng.normal(size=16)
    state = [np.zeros(h), np.zeros(h)]

    def step():
        a = w @ x + u @ state[0] + b
        gates, g = sigmoid(a[:3 * h]), np.tanh(a[3 * h:])
        state[1] = gates[:h] * state[1] + gates[h:2 * h] * g
        state[0] = gates[2 * h:] * np.tanh(state[1])
        return head @ state[0] + bias

    print(fastest(2000, step))
for n in products:
    a, x = rng.normal(size=(n, n)), rng.normal(size=n)
    print(fastest(2000, lambda: a @ x))
