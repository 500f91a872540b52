#!/usr/bin/env python3
"""Makes Sources/Site/Assets/stix-two-math.woff2: STIX Two Math with the characters that the TeX reader can produce.

    python3 -m venv /tmp/fonts
    /tmp/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1 ziamath==0.13
    /tmp/fonts/bin/python Sources/Site/Fonts/make-math-font.py

ziamath is where the registry of Python has the whole font; nothing else of it is used. The font is under the SIL Open
Font License, which allows parts of it to be given away under the same terms; they stand beside it.
"""

import hashlib
import re
import sys
from importlib.resources import files
from pathlib import Path

from fontTools import subset

WHOLE_FONT = "8f42cb183a85043a4dc3f8e41ac3821eb27bf178d68ace929ba439523622323c"
MOST_BYTES = 130_000
ROOT = Path(__file__).resolve().parents[3]

# The alphabets of letters and digits that TeX's commands choose from, less bold Fraktur and slanted sans serifs. Some
# of their letters, such as the italic h, stand among the letterlike symbols.
ALPHABETS = [
    (0x2100, 0x214F), (0x1D400, 0x1D4CF), (0x1D504, 0x1D56B), (0x1D5A0, 0x1D607), (0x1D670, 0x1D6A5), (0x1D6A8, 0x1D755),
    (0x1D7CA, 0x1D7FF),
]


def characters() -> set[int]:
    """ASCII, the alphabets, and whatever stands in the symbol tables of TeXMath."""
    wanted = set(range(0x20, 0x7F)) | {0xA0}
    for first, last in ALPHABETS:
        wanted |= set(range(first, last + 1))
    for source in sorted((ROOT / "Sources/TeXMath").rglob("*.swift")):
        text = source.read_text(encoding="utf-8")
        text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: chr(int(match[1], 16)), text)
        wanted |= {ord(character) for character in text if ord(character) > 0x7F}
    return wanted


def main() -> None:
    whole = files("ziamath").joinpath("fonts/STIXTwoMath-Regular.ttf")
    if hashlib.sha256(whole.read_bytes()).hexdigest() != WHOLE_FONT:
        sys.exit("the whole font is not the one this script was written for: look at the result, then change the sum")
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.recalc_timestamp = False
    # Script-size letters (ssty) would double the size, and browsers do not agree on using them.
    options.layout_features = ["dtls", "flac", "ccmp"]
    options.drop_tables += ["DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    font = subset.load_font(str(whole), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    target = ROOT / "Sources/Site/Assets/stix-two-math.woff2"
    subset.save_font(font, str(target), options)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size} bytes, {len(font.getGlyphOrder())} glyphs")
    if size > MOST_BYTES:
        sys.exit(f"over {MOST_BYTES} bytes: a page would take too long")


main()
