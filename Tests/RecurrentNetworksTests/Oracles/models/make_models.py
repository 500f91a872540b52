"""Writes models.json: parts of models in PyTorch float64, each with its equations written out or PyTorch's own.

    pip install numpy torch
    python3 make_models.py

Parameters and gradients are flat, in the order of the library's parameterNames. The loss is the sum of the outputs times
`weights`.
"""

import json

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(17)
T, D, H, O = 5, 3, 4, 2
SIGNAL = 0.7


def draw(*shape):
    return (SIGNAL * torch.randn(*shape)).requires_grad_()


def flat(tensors):
    return torch.cat([t.detach().reshape(-1) for t in tensors]).tolist()


def rows(tensors):
    return [t.detach().tolist() for t in tensors]


def case(name, parameters, inputs, outputs, **more):
    weights = [torch.randn_like(y) for y in outputs]
    loss = sum((w * y).sum() for w, y in zip(weights, outputs))
    loss.backward()
    return {"name": name, "parameters": flat(parameters), "inputs": rows(inputs), "weights": rows(weights),
            "outputs": rows(outputs), "gradient": flat([p.grad for p in parameters]),
            "dInputs": rows([torch.zeros_like(x) if x.grad is None else x.grad for x in inputs]), **more}


def layer_normalisation():
    gain, bias, xs = draw(H), draw(H), [draw(H) for _ in range(T)]
    ys = [nn.functional.layer_norm(x, (H,), gain, bias, 1e-5) for x in xs]
    return case("layer normalisation", [gain, bias], xs, ys)


def embedding():
    vectors = draw(6, H)
    symbols = torch.tensor([4, 1, 4, 0, 5])
    return case("embedding", [vectors], [], list(nn.functional.embedding(symbols, vectors)),
                symbols=symbols.tolist())


def lstm(x, h, c, w, u, b):
    f, i, o, g = (w @ x + u @ h + b).split(h.shape[0])
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def cell(inputs):
    return [draw(4 * H, inputs), draw(4 * H, H), draw(4 * H)]


def run(parameters, xs, state=None, masks=None):
    h, c = state or (torch.zeros(H), torch.zeros(H))
    hs = []
    for t, x in enumerate(xs):
        mx, mh = masks[t] if masks else (1, 1)
        h, c = lstm(mx * x, mh * h, c, *parameters)
        hs.append(h)
    return hs, (h, c)


def bidirectional():
    one, other, xs = cell(D), cell(D), [draw(D) for _ in range(T)]
    layer = nn.LSTM(D, H, bidirectional=True)
    # PyTorch stacks i, f, g, o.
    order = [1, 0, 3, 2]
    with torch.no_grad():
        for suffix, (w, u, b) in (("", one), ("_reverse", other)):
            for name, value in (("weight_ih", w), ("weight_hh", u), ("bias_ih", b)):
                blocks = value.split(H)
                getattr(layer, f"{name}_l0{suffix}").copy_(torch.cat([blocks[k] for k in order]))
            getattr(layer, f"bias_hh_l0{suffix}").zero_()
    theirs = layer(torch.stack(xs))[0]
    there, back = run(one, xs)[0], run(other, xs[::-1])[0][::-1]
    ys = [torch.cat(pair) for pair in zip(there, back)]
    assert (theirs - torch.stack(ys)).abs().max() < 1e-14
    return case("bidirectional LSTM", one + other, xs, ys)


def dropped():
    parameters, xs = cell(D), [draw(D) for _ in range(T)]
    masks = [((torch.rand(D) > 0.3) / 0.7, (torch.rand(H) > 0.4) / 0.6) for _ in range(T)]
    return case("dropout", parameters, xs, run(parameters, xs, masks=masks)[0],
                masks=[[m.tolist() for m in pair] for pair in masks])


def learnt_start():
    parameters, h, c, xs = cell(D), draw(H), draw(H), [draw(D) for _ in range(T)]
    return case("learnt start", parameters + [h, c], xs, run(parameters, xs, (h, c))[0])


def diagonal():
    w, b, alpha, xs = draw(H, D), draw(H), draw(H), [draw(D) for _ in range(T)]
    h, hs = torch.zeros(H), []
    for x in xs:
        h = torch.sigmoid(alpha) * h + w @ x + b
        hs.append(h)
    return case("diagonal", [w, b, alpha], xs, hs)


def selective():
    n = 2
    w_delta, b_delta, w_b, alpha = draw(D, D), draw(D), draw(n, D), draw(D, n)
    xs, h, hs = [draw(D) for _ in range(T)], torch.zeros(D, n), []
    for x in xs:
        delta = nn.functional.softplus(w_delta @ x + b_delta)
        h = torch.exp(-delta[:, None] * torch.exp(alpha)) * h + (delta * x)[:, None] * (w_b @ x)[None, :]
        hs.append(h.reshape(-1))
    return case("selective", [w_delta, b_delta, w_b, alpha], xs, hs)


def look(score, query, keys, w, u=None, v=None):
    if score == "additive":
        e = torch.stack([v @ torch.tanh(w @ query + u @ k) for k in keys])
    else:
        e = torch.stack([(w @ query) @ k / len(k) ** 0.5 for k in keys])
    return torch.softmax(e, 0) @ torch.stack(keys)


def attention(score):
    a = 3 if score == "additive" else H
    parameters = [draw(a, D)] + ([draw(a, H), draw(a)] if score == "additive" else [])
    query, keys = draw(D), [draw(H) for _ in range(T)]
    return case(score, parameters, [query] + keys, [look(score, query, keys, *parameters)])


def feedback():
    parameters, w, b = cell(O), draw(O, H), draw(O)
    first, targets = draw(O), [torch.randn(O) for _ in range(T)]
    forced = [True, False, False, True, False]
    x, h, c, ys = first, torch.zeros(H), torch.zeros(H), []
    for t in range(T):
        h, c = lstm(x, h, c, *parameters)
        ys.append(w @ h + b)
        x = targets[t] if forced[t] else ys[t]
    loss = sum(((y - t) ** 2).sum() for y, t in zip(ys, targets)) / T
    loss.backward()
    parameters += [w, b]
    return {"name": "teacher forcing", "parameters": flat(parameters), "inputs": rows([first] + targets),
            "weights": [], "outputs": rows(ys), "gradient": flat([p.grad for p in parameters]), "dInputs": [],
            "value": float(loss.detach()), "forced": forced}


def encoder_decoder():
    encoder, decoder = cell(D), cell(O + H)
    parameters, w, b = [draw(3, H), draw(3, H), draw(3)], draw(O, H), draw(O)
    xs, first, targets = [torch.randn(D) for _ in range(T)], torch.randn(O), [torch.randn(O) for _ in range(3)]
    keys, (h, c) = run(encoder, xs)
    ys, y = [], first
    for target in targets:
        h, c = lstm(torch.cat([y, look("additive", h, keys, *parameters)]), h, c, *decoder)
        ys.append(w @ h + b)
        y = target
    loss = sum(((y - t) ** 2).sum() for y, t in zip(ys, targets)) / len(targets)
    loss.backward()
    all_parameters = encoder + decoder + parameters + [w, b]
    return {"name": "encoder-decoder", "parameters": flat(all_parameters),
            "inputs": rows(xs + [first] + targets), "weights": [], "outputs": rows(ys),
            "gradient": flat([p.grad for p in all_parameters]), "dInputs": [], "value": float(loss.detach())}


def adam_w():
    parameters = cell(D)
    xs = [torch.randn(D) for _ in range(T)]
    start = flat(parameters)
    optimiser = torch.optim.AdamW(parameters, lr=0.01, weight_decay=0.1)
    gradients = []
    for _ in range(3):
        optimiser.zero_grad()
        sum((h ** 2).sum() for h in run(parameters, xs)[0]).backward()
        gradients.append(flat([p.grad for p in parameters]))
        optimiser.step()
    return {"name": "AdamW", "parameters": start, "inputs": gradients, "weights": [], "outputs": [],
            "gradient": flat(parameters), "dInputs": []}


cases = [layer_normalisation(), embedding(), bidirectional(), dropped(), learnt_start(), diagonal(), selective(),
         attention("additive"), attention("scaledDotProduct"), feedback(), encoder_decoder(), adam_w()]
with open("models.json", "w") as file:
    json.dump({"made with": torch.__version__, "cases": cases}, file, separators=(",", ":"))
    file.write("\n")
