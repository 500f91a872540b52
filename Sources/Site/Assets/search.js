// Search over an index made at build time; it is loaded when the box is first used.
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".search");
  const input = box?.querySelector("input");
  const list = box?.querySelector("ol");
  const status = box?.querySelector("[role=status]");
  if (!input || !list) return;

  const most = 40;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).match(/\p{N}+(?:[.e][-−]?\p{N}+)*|[\p{L}\p{N}_]+|\p{Sm}/gu) ?? [];
  // How much it says that a word stands in a title, a heading, the text, the code.
  const fields = [6, 4, 1, 0.6];
  const entries = [];
  const index = new Map();

  const add = (href, title, heading, text, code) => {
    entries.push({ href: root + href, title, heading, text, code });
    for (const [field, content] of [heading ? "" : title, heading, text, code].entries()) {
      for (const word of wordsOf(content)) {
        if (!index.has(word)) index.set(word, new Map());
        const places = index.get(word);
        const place = places.get(entries.length - 1) ?? places.set(entries.length - 1, [0, 0, 0, 0]).get(entries.length - 1);
        place[field] += 1;
      }
    }
  };

  const read = async () => {
    await load("search.js");
    if (entries.length) return;
    for (const [file, title, sections] of globalThis.searchIndex ?? []) {
      for (const [anchor, heading, text, code] of sections) {
        add(anchor ? `${file}#${anchor}` : file, title, anchor ? heading : "", text, code);
      }
    }
    for (const [file, names] of globalThis.symbolIndex ?? []) {
      for (const [anchor, name, summary] of names) add(`${file}#${anchor}`, name, "", summary, "");
    }
  };

  // How many letters must be changed, left out, put in or exchanged; anything above the limit is the limit plus one.
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length];
  };

  // The words of the book that a word of the reader may mean, with how likely that is.
  const meanings = (word) => {
    const found = [];
    for (const known of index.keys()) {
      const at = known.indexOf(word);
      if (known === word) found.push([known, 1]);
      else if (at === 0) found.push([known, 0.6]);
      else if (at > 0 && word.length > 2) found.push([known, 0.3]);
    }
    if (found.length || word.length < 4 || /\d/.test(word)) return found;
    const limit = word.length < 7 ? 1 : 2;
    for (const known of index.keys()) {
      const changes = distance(word, known, limit);
      if (changes <= limit) found.push([known, 0.4 / changes]);
    }
    return found;
  };

  // A rare word says more than a common one.
  const find = (words) => {
    const hits = new Map();
    for (const [position, word] of words.entries()) {
      for (const [known, likelihood] of meanings(word)) {
        const places = index.get(known);
        const rarity = Math.log(1 + entries.length / places.size);
        for (const [entry, counts] of places) {
          const weight = Math.max(...counts.map((count, field) => count && fields[field] * (1 + Math.log(count) / 3)));
          const hit = hits.get(entry) ?? hits.set(entry, { entry: entries[entry], order: entry, scores: [], known: new Set() }).get(entry);
          hit.scores[position] = Math.max(hit.scores[position] ?? 0, likelihood * rarity * weight);
          hit.known.add(known);
        }
      }
    }
    const phrase = words.join(" ");
    const all = [...hits.values()].map((hit) => {
      const isPhrase = words.length > 1 && wordsOf(`${hit.entry.heading} ${hit.entry.text}`).join(" ").includes(phrase);
      hit.count = hit.scores.filter(Boolean).length;
      hit.score = hit.scores.reduce((sum, score) => sum + (score ?? 0), 0) * (isPhrase ? 2 : 1);
      return hit;
    });
    const whole = all.filter((hit) => hit.count === words.length);
    return { isWhole: whole.length > 0, hits: (whole.length ? whole : all).sort((a, b) => b.count - a.count || b.score - a.score || a.order - b.order) };
  };

  // Words of the book that look most like a word it does not have.
  const nearest = (word) => {
    const pairs = (text) => Array.from({ length: text.length + 1 }, (_, at) => ` ${text} `.slice(at, at + 2));
    const own = pairs(word);
    return [...index.keys()].filter((known) => known.length > 2 && !/\d/.test(known))
      .map((known) => [known, (2 * pairs(known).filter((pair) => own.includes(pair)).length) / (own.length + known.length + 1)])
      .filter(([, likeness]) => likeness > 0.3).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([known]) => known);
  };

  // An excerpt begins and ends with whole words.
  const excerpt = ({ entry, known }) => {
    const marks = [...known].sort((a, b) => b.length - a.length);
    const place = (text) => Math.min(...marks.map((word) => plain(text).indexOf(word)).filter((at) => at >= 0));
    const source = Number.isFinite(place(entry.text)) || !Number.isFinite(place(entry.code)) ? entry.text : entry.code;
    const at = place(source);
    const start = Number.isFinite(at) && at > 40 ? source.indexOf(" ", at - 40) + 1 : 0;
    const piece = source.slice(start, start + 150).replace(/\s\S*$/, source.length > start + 150 ? " …" : "$&");
    const line = document.createElement("small");
    if (start > 0) line.append("… ");
    const pattern = new RegExp(`(${marks.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
    for (const [number, part] of piece.split(pattern).entries()) {
      if (number % 2 === 0) { line.append(part); continue; }
      const mark = document.createElement("mark");
      mark.textContent = part;
      line.append(mark);
    }
    return line;
  };

  let selected = -1;
  const select = (number) => {
    const items = [...list.children];
    selected = items.length ? (number + items.length) % items.length : -1;
    for (const [position, item] of items.entries()) item.setAttribute("aria-selected", String(position === selected));
    if (selected < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", items[selected].id);
    items[selected]?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    list.replaceChildren();
    status.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    select(-1);
  };

  // Whoever comes back finds what was found.
  const remember = () => history.replaceState({ ...history.state, search: input.value }, "");

  const show = ({ isWhole, hits }, words) => {
    for (const [number, hit] of hits.slice(0, most).entries()) {
      const item = document.createElement("li");
      item.id = `~found-${number}`;
      item.setAttribute("role", "option");
      const link = document.createElement("a");
      const [page, anchor] = hit.entry.href.split("#");
      link.href = `${page}?find=${encodeURIComponent([...hit.known].join(" "))}${anchor ? `#${anchor}` : ""}`;
      link.tabIndex = -1;
      link.textContent = hit.entry.heading ? `${hit.entry.title} › ${hit.entry.heading}` : hit.entry.title;
      item.append(link, excerpt(hit));
      item.addEventListener("click", (event) => { remember(); if (event.target.closest("a") !== link) link.click(); });
      list.append(item);
    }
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (hits.length) {
      const rest = hits.length > most ? `, the best ${most} of them here` : "";
      status.textContent = isWhole ? `${hits.length} found${rest}` : `No place has all of these words; ${hits.length} have some${rest}`;
      return;
    }
    const offers = nearest(words[0]);
    status.append(offers.length ? "Nothing found. The book has: " : "Nothing found");
    for (const [number, word] of offers.entries()) {
      const offer = document.createElement("button");
      offer.type = "button";
      offer.textContent = word;
      offer.addEventListener("click", () => { input.value = word; input.focus(); update(); });
      status.append(number ? ", " : "", offer);
    }
  };

  const update = async () => {
    const asked = input.value;
    await read();
    if (asked !== input.value) return;
    const words = [...new Set(wordsOf(asked))];
    close();
    if (words.length && entries.length) show(find(words), words);
  };

  input.addEventListener("focus", () => (input.value && !list.children.length ? update() : read()));
  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.children.length) { event.preventDefault(); select(selected + 1); }
    else if (event.key === "ArrowUp" && list.children.length) { event.preventDefault(); select(selected < 0 ? -1 : selected - 1); }
    else if (event.key === "Enter") {
      event.preventDefault();
      list.children[Math.max(selected, 0)]?.querySelector("a").click();
    } else if (event.key === "Escape") { input.value = ""; close(); remember(); input.blur(); }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") globalThis.CSS?.highlights?.clear();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) close(); });
  if (history.state?.search) { input.value = history.state.search; update(); }

  // What was looked for is marked on the page it was found on, until Escape.
  const wanted = new Set(wordsOf(new URLSearchParams(location.search).get("find") ?? ""));
  if (!wanted.size || !globalThis.CSS?.highlights) return;
  const marks = new Highlight();
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest(".tip, math")) continue;
    for (const match of text.data.matchAll(/[\p{L}\p{N}_]+(?:\.\p{N}+)*|\p{Sm}/gu)) {
      if (!wanted.has(plain(match[0]))) continue;
      const range = new Range();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      marks.add(range);
    }
  }
  CSS.highlights.set("found", marks);
});
