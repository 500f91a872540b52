"""Prints the polynomial coefficients of Sources/RecurrentNetworks/Functions, and their errors.

Near-minimax fits (Chebyshev interpolation) in 60 digits, each coefficient rounded to a double.
"""
from mpmath import mp, mpf, chebyfit, exp, atanh, sqrt, log, polyval, linspace

mp.dps = 60


def show(name, function, interval, degree, weight):
    coefficients = [mpf(float(c)) for c in chebyfit(function, interval, degree + 1)][::-1]
    worst = max(
        abs(weight(x) * (polyval(coefficients[::-1], x) - function(x)))
        for x in linspace(interval[0], interval[1], 2001) if x != 0)
    print(f"{name}: degree {degree}, error 2^{float(log(worst, 2)):.1f} of the result")
    for c in coefficients:
        print(f"    {float(c).hex():>26}  {float(c)!r}")


def series(function, terms):
    """`function`, or near 0, where it cancels, its series."""
    def value(x):
        return sum(c * x**n for n, c in enumerate(terms)) if abs(x) < mpf("1e-8") else function(x)
    return value


half = log(mpf(2)) / 2 + mpf("1e-4")
show("exp: (e^r - 1 - r) / r^2",
     series(lambda r: (exp(r) - 1 - r) / r**2, [mpf(1) / mp.factorial(n + 2) for n in range(9)]),
     [-half, half], 10, lambda r: r**2)

top = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1))**2 + mpf("1e-6")
show("log: (2 atanh s - 2 s) / s^3 by z = s^2",
     series(lambda z: 2 * (atanh(sqrt(z)) - sqrt(z)) / sqrt(z)**3, [mpf(2) / (2 * n + 3) for n in range(9)]),
     [mpf(0), top], 8, lambda z: z / 2)

ln2 = log(mpf(2))
high = mp.floor(ln2 * 2**41) / mpf(2)**41
print("ln 2 = high + low, high with 41 bits after the point:", float(high).hex(), float(ln2 - high).hex())
print("1 / ln 2:", float(1 / ln2).hex())
