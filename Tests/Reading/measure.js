// What a page looks like to someone who reads it: lines, what scrolls, what is cut off. Run in a page, gives findings.
() => {
  const findings = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) findings.push(`the page is ${document.documentElement.scrollWidth} px wide`);

  // Lines of prose: how long they are, and what they begin with.
  const starts = /[.,;:!?)\]}”’»…✓%]/;
  let longest = 0;
  const prose = "article :is(p, li, td, th, dd, dt, figcaption, caption, h1, h2, h3, h4, summary)";
  for (const element of document.querySelectorAll(prose)) {
    if (element.closest("pre, .tip, .mark, .source, svg") || !element.getClientRects().length || element.querySelector("p, li, table")) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      if (node.matches("svg, .tip, .hide, button")) return NodeFilter.FILTER_REJECT;
      return node.matches("math, img") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    const pieces = [];
    for (let node = walker.nextNode(); node; ) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        const box = node.getBoundingClientRect();
        pieces.push({ text: "∎", box, size: box.width / (parseFloat(getComputedStyle(node).fontSize) * 0.42) });
        if (node.matches("math") && box.right > width && !node.closest(".scroll, .formula")) findings.push(`a formula is cut off: ${node.textContent.slice(0, 40)}`);
        const inner = node;
        do node = walker.nextNode(); while (node && inner.contains(node));
        continue;
      }
      for (const match of node.data.matchAll(/[\s\S]/gu)) {
        if (/\s/.test(match[0])) { pieces.push({ text: " " }); continue; }
        const range = new Range();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const box = range.getClientRects()[0];
        if (box?.width) pieces.push({ text: match[0], box, size: 1 });
      }
      node = walker.nextNode();
    }
    let [line, size, previous, isApart] = ["", 0, null, false];
    for (const piece of pieces) {
      if (!piece.box) { isApart = true; continue; }
      const { box } = piece;
      if (previous && box.left < previous.left - 1 && (box.top + box.bottom) / 2 > previous.bottom - 2) {
        const before = `${line.slice(-16)}${isApart ? " " : ""}`;
        if (starts.test(piece.text)) findings.push(`a line begins with ${piece.text} after “${before}”`);
        if (!isApart && /[\d.,]$|[\de]-$|−$/.test(line) && /\d/.test(piece.text) && !element.closest("pre")) findings.push(`a number is broken after “${before}”`);
        [line, size] = ["", 0];
      } else if (isApart && line) { line += " "; size += 1; }
      line += piece.text;
      size += piece.size;
      if (element.matches("p, dd, li")) longest = Math.max(longest, size);
      [previous, isApart] = [box, false];
    }
  }
  if (longest > 76) findings.push(`a line of prose has ${Math.round(longest)} characters`);

  // Code of 80 columns has room from 1366 px on, and text in figures is large enough everywhere.
  for (const code of document.querySelectorAll("article .code:not(.source) pre")) {
    const columns = Math.max(...code.textContent.split("\n").map((line) => line.length));
    if (width >= 1340 && columns <= 80 && code.scrollWidth > code.clientWidth + 1) findings.push(`code of ${columns} columns scrolls`);
  }
  for (const text of document.querySelectorAll("article .drawing > svg text")) {
    const box = text.ownerSVGElement.getBoundingClientRect();
    if (!box.width) continue;
    const size = (12 * box.width) / text.ownerSVGElement.viewBox.baseVal.width;
    if (width >= 390 && size < 11) { findings.push(`text in a figure is ${size.toFixed(1)} px`); break; }
  }
  return [...new Set(findings)];
}
