"""Times a training step of PyTorch's own layers: forward, backward and a step of SGD, on one thread.

    python3 training_step.py RNN,LSTM,GRU 1,100,2,16 20,100,2,64 ...

Prints a line for each size and layer: milliseconds of processor time, the fastest of several runs, in float64
and in float32. The last line is PyTorch's version, as three numbers.
"""

import sys
import time

import torch

torch.set_num_threads(1)


def milliseconds(kind, batch, steps, inputs, hidden, dtype):
    torch.manual_seed(0)
    layer = getattr(torch.nn, kind)(inputs, hidden).to(dtype)
    head = torch.nn.Linear(hidden, 1).to(dtype)
    optimiser = torch.optim.SGD([*layer.parameters(), *head.parameters()], lr=1e-3)
    x = torch.rand(steps, batch, inputs, dtype=dtype)
    target = torch.zeros(steps, batch, 1, dtype=dtype)
    best, spent = float("inf"), 0.0
    while spent < 1.5:
        start = time.thread_time()
        optimiser.zero_grad()
        ((head(layer(x)[0]) - target) ** 2).mean().backward()
        optimiser.step()
        took = time.thread_time() - start
        best, spent = min(best, took), spent + took
    return 1000 * best


for size in sys.argv[2:]:
    for kind in sys.argv[1].split(","):
        sizes = [int(n) for n in size.split(",")]
        double, single = (milliseconds(kind, *sizes, dtype) for dtype in (torch.float64, torch.float32))
        print(double, single, flush=True)
print(*torch.__version__.partition("+")[0].split("."))
