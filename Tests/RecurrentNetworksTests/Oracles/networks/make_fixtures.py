"""Writes networks.json: forward values, gradients and updates of networks as PyTorch computes them.

    python3 make_fixtures.py

Cells that PyTorch has (nn.RNN, nn.LSTM, nn.GRU) are used as they are, and their tensors are written under
their names in its state_dict. The others are the equations of the papers, written out below with PyTorch's
automatic differentiation behind them; their tensors are named w, u, b, p and bu, gates stacked as in the
library. All numbers are float64, written so that they read back to the same bits.
"""

import json
import platform

import numpy
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
T, B, D, H, O = 4, 2, 2, 3, 2


def numbers(tensor):
    return [float(v) for v in tensor.detach().reshape(-1)]


def named(pairs):
    return [{"name": n, "shape": list(v.shape), "values": numbers(v)} for n, v in pairs]


def rnn(x, h, w, u, b, activation):
    hs = []
    for t in range(x.shape[0]):
        a = x[t] @ w.T + h @ u.T + b
        h = {"tanh": torch.tanh, "relu": torch.relu, "identity": lambda v: v}[activation](a)
        hs.append(h)
    return torch.stack(hs)


def lstm(x, h, c, w, u, b, p, form):
    hs = []
    one = torch.ones_like(h)
    pf, pi, po = p.split(h.shape[1])
    see = (lambda q, m: q * m) if "peepholes" in form else (lambda q, m: 0 * m)
    for t in range(x.shape[0]):
        af, ai, ao, ag = (x[t] @ w.T + h @ u.T + b).split(h.shape[1], dim=1)
        f = one if "noForgetGate" in form else torch.sigmoid(af + see(pf, c))
        i = one if "noInputGate" in form else torch.sigmoid(ai + see(pi, c))
        i = 1 - f if "coupledGates" in form else i
        g = ag if "noInputActivation" in form else torch.tanh(ag)
        c = f * c + i * g
        o = one if "noOutputGate" in form else torch.sigmoid(ao + see(po, c))
        h = o * (c if "noOutputActivation" in form else torch.tanh(c))
        hs.append(h)
    return torch.stack(hs)


def gru(x, h, w, u, b, bu, reset, update):
    hs = []
    n = h.shape[1]
    wz, wr, wn = w.split(n)
    uz, ur, un = u.split(n)
    bz, br, bn = b.split(n)
    for t in range(x.shape[0]):
        z = torch.sigmoid(x[t] @ wz.T + h @ uz.T + bz)
        r = torch.sigmoid(x[t] @ wr.T + h @ ur.T + br)
        if reset == "before":
            candidate = torch.tanh(x[t] @ wn.T + (r * h) @ un.T + bn)
        else:
            candidate = torch.tanh(x[t] @ wn.T + bn + r * (h @ un.T + bu))
        h = (1 - z) * h + z * candidate if update == "replaces" else z * h + (1 - z) * candidate
        hs.append(h)
    return torch.stack(hs)


class Plain(nn.Module):
    """The equations above with a head, as one module."""

    def __init__(self, kind, options):
        super().__init__()
        self.kind, self.options = kind, options
        gates = {"RNN": 1, "LSTM": 4, "GRU": 3}[kind]
        self.w = nn.Parameter(0.8 * torch.randn(gates * H, D))
        self.u = nn.Parameter(0.8 * torch.randn(gates * H, H))
        self.b = nn.Parameter(0.8 * torch.randn(gates * H))
        if kind == "LSTM" and "peepholes" in options:
            self.p = nn.Parameter(0.8 * torch.randn(3 * H))
        if kind == "GRU" and "after" in options:
            self.bu = nn.Parameter(0.8 * torch.randn(H))
        self.head = nn.Linear(H, O)

    def forward(self, x):
        h = torch.zeros(x.shape[1], H)
        if self.kind == "RNN":
            hs = rnn(x, h, self.w, self.u, self.b, self.options[0])
        elif self.kind == "LSTM":
            p = getattr(self, "p", torch.zeros(3 * H))
            hs = lstm(x, h, torch.zeros_like(h), self.w, self.u, self.b, p, self.options)
        else:
            bu = getattr(self, "bu", torch.zeros(H))
            hs = gru(x, h, self.w, self.u, self.b, bu, *self.options)
        return self.head(hs)


class Torch(nn.Module):
    """PyTorch's own layers with a head."""

    def __init__(self, kind, options, layers):
        super().__init__()
        extra = {"nonlinearity": options[0]} if kind == "RNN" else {}
        self.rnn = {"RNN": nn.RNN, "LSTM": nn.LSTM, "GRU": nn.GRU}[kind](D, H, num_layers=layers, **extra)
        self.head = nn.Linear(H, O)

    def forward(self, x):
        return self.head(self.rnn(x)[0])

    def named_parameters(self, *args, **kwargs):
        for name, value in super().named_parameters(*args, **kwargs):
            yield name.removeprefix("rnn."), value


def total_loss(kind, y, target, weights):
    if kind == "squaredError":
        each = ((y - target) ** 2).sum(-1)
    elif kind == "softmaxCrossEntropy":
        each = nn.functional.cross_entropy(y.reshape(-1, O), target.reshape(-1, O), reduction="none")
        each = each.reshape(y.shape[:2])
    else:
        each = nn.functional.binary_cross_entropy_with_logits(y, target, reduction="none").sum(-1)
    return (each * weights).sum() / weights.sum()


def targets(kind, steps):
    if kind == "squaredError":
        return torch.randn(steps, B, O)
    if kind == "softmaxCrossEntropy":
        return nn.functional.one_hot(torch.randint(0, O, (steps, B)), O).double()
    return torch.randint(0, 2, (steps, B, O)).double()


def case(name, model, kind, options, layers, loss, readout, mask=False):
    x = torch.randn(T, B, D)
    steps = T if readout == "every" else 1
    target = targets(loss, steps)
    weights = torch.ones(steps, B)
    if mask:
        weights[0, 0], weights[-1, 1], weights[1, 1] = 0, 0.5, 0
    y = model(x)
    y = y if readout == "every" else y[-1:]
    value = total_loss(loss, y, target, weights)
    value.backward()
    return {
        "name": name, "cell": kind, "options": options, "layers": layers, "loss": loss, "readout": readout,
        "parameters": named(model.named_parameters()), "inputs": numbers(x), "targets": numbers(target),
        "weights": numbers(weights) if mask else None, "outputs": numbers(y), "value": float(value.detach()),
        "gradients": named((n, p.grad) for n, p in model.named_parameters()),
    }


def networks():
    losses = ["squaredError", "softmaxCrossEntropy", "logisticCrossEntropy"]
    torch_cells = [("RNN", ["tanh"], 1), ("RNN", ["relu"], 1), ("LSTM", [], 1), ("GRU", [], 1),
                   ("RNN", ["tanh"], 2), ("LSTM", [], 2), ("GRU", [], 2)]
    for k, (kind, options, layers) in enumerate(torch_cells):
        readout = "every" if k % 2 == 0 else "last"
        name = f"nn.{kind} {' '.join(options)} {layers} {readout}"
        yield case(name, Torch(kind, options, layers), kind, options, layers, losses[k % 3], readout, k == 6)
    plain = [("RNN", ["identity"])]
    plain += [("LSTM", form) for form in (
        ["peepholes"], ["coupledGates"], ["peepholes", "coupledGates"], ["noForgetGate"], ["noInputGate"],
        ["noOutputGate"], ["noInputActivation"], ["noOutputActivation"])]
    plain += [("GRU", [reset, update]) for reset in ("before", "after") for update in ("replaces", "keeps")]
    for k, (kind, options) in enumerate(plain):
        name = f"{kind} {' '.join(options)}"
        yield case(name, Plain(kind, options), kind, options, 0, losses[k % 3], "every", k % 4 == 1)


def updates():
    """Three updates of one LSTM with one batch, under each optimiser and each way of clipping.

    With one bias to a gate: PyTorch's own layer moves both of its two, which is twice the step."""
    makers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
    }
    for optimiser, clip in (("sgd", "none"), ("momentum", "norm"), ("adam", "value"), ("adam", "none")):
        torch.manual_seed(7)
        model = Plain("LSTM", [])
        x, target = torch.randn(T, B, D), torch.randn(T, B, O)
        start = named(model.named_parameters())
        stepper = makers[optimiser](model.parameters())
        norms = []
        for _ in range(3):
            stepper.zero_grad()
            total_loss("squaredError", model(x), target, torch.ones(T, B)).backward()
            norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
            norms.append(float(norm))
            if clip == "value":
                nn.utils.clip_grad_value_(model.parameters(), 0.05)
            if clip == "norm":
                # Not clip_grad_norm_, which divides by the norm plus 1e-6.
                for p in model.parameters():
                    p.grad *= min(1, 0.3 / norm)
            stepper.step()
        yield {"optimiser": optimiser, "clip": clip, "start": start, "inputs": numbers(x),
               "targets": numbers(target), "norms": norms, "end": named(model.named_parameters())}


def feedback():
    """One-to-many: an LSTM cell whose output is its next input, gradients through the feedback."""
    torch.manual_seed(11)
    cell, head = nn.LSTMCell(O, H), nn.Linear(H, O)
    first, target = torch.randn(1, O), torch.randn(T, O)
    x, state, ys = first, (torch.zeros(1, H), torch.zeros(1, H)), []
    for _ in range(T):
        state = cell(x, state)
        x = head(state[0])
        ys.append(x[0])
    y = torch.stack(ys)
    loss = ((y - target) ** 2).sum() / T
    loss.backward()
    pairs = [(n + "_l0", p) for n, p in cell.named_parameters()]
    pairs += [("head." + n, p) for n, p in head.named_parameters()]
    return {"first": numbers(first), "targets": numbers(target), "outputs": numbers(y),
            "value": float(loss.detach()), "parameters": named(pairs),
            "gradients": named((n, p.grad) for n, p in pairs)}


def main():
    torch.manual_seed(3)
    fixtures = {
        "made with": {"python": platform.python_version(), "torch": torch.__version__,
                      "numpy": numpy.__version__},
        "sizes": {"steps": T, "batch": B, "inputs": D, "hidden": H, "outputs": O},
        "networks": list(networks()), "updates": list(updates()), "feedback": feedback(),
    }
    with open("networks.json", "w") as file:
        json.dump(fixtures, file, separators=(",", ":"))
        file.write("\n")


main()
