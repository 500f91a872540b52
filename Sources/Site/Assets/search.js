// Search over an index made at build time; it is loaded when the box is first used.
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".search");
  const input = box?.querySelector("input");
  const list = box?.querySelector("ol");
  const status = box?.querySelector("[role=status]");
  if (!input || !list) return;

  // Pages of sources stand in folders of the site.
  const root = document.querySelector("script[src$='assets/book.js']").getAttribute("src").replace("assets/book.js", "");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let entries = null;
  let loading = null;

  const load = () => {
    loading ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${root}assets/search.js`;
      script.onload = () => {
        entries = [];
        for (const [file, title, sections] of globalThis.searchIndex ?? []) {
          for (const [anchor, heading, text] of sections) {
            entries.push({
              href: root + (anchor ? `${file}#${anchor}` : file), title, heading: anchor ? heading : "", text,
              plainTitle: plain(title), plainHeading: plain(heading), plainText: plain(text),
            });
          }
        }
        resolve();
      };
      script.onerror = () => resolve();
      document.head.append(script);
    });
    return loading;
  };

  const score = (entry, words) => {
    let total = 0;
    for (const word of words) {
      let best = 0;
      if (!entry.heading && entry.plainTitle.includes(word)) best = entry.plainTitle.startsWith(word) ? 16 : 12;
      else if (entry.heading && entry.plainHeading.includes(word)) best = entry.plainHeading.startsWith(word) ? 9 : 7;
      else if (entry.plainText.includes(word)) best = 1 + Math.min(entry.plainText.split(word).length - 1, 8) / 4;
      else if (entry.plainTitle.includes(word)) best = 0.5;
      if (best === 0) return 0;
      total += best;
    }
    return total;
  };

  const excerpt = (entry, words) => {
    const at = Math.min(...words.map((word) => entry.plainText.indexOf(word)).filter((index) => index >= 0), entry.text.length);
    // An excerpt begins and ends with whole words.
    const start = at > 40 ? entry.text.indexOf(" ", at - 40) + 1 : 0;
    const piece = entry.text.slice(start, start + 150).replace(/\s\S*$/, entry.text.length > start + 150 ? " …" : "$&");
    const line = document.createElement("small");
    const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
    if (start > 0) line.append("… ");
    for (const [index, part] of piece.split(pattern).entries()) {
      if (index % 2) {
        const mark = document.createElement("mark");
        mark.textContent = part;
        line.append(mark);
      } else line.append(part);
    }
    return line;
  };

  let selected = -1;
  const select = (index) => {
    const items = [...list.children];
    selected = items.length ? (index + items.length) % items.length : -1;
    for (const [position, item] of items.entries()) item.setAttribute("aria-selected", String(position === selected));
    input.setAttribute("aria-activedescendant", selected < 0 ? "" : items[selected].id);
    items[selected]?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-activedescendant", "");
    selected = -1;
  };

  const update = async () => {
    await load();
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    close();
    status.textContent = "";
    if (!words.length || !entries) return;
    const found = entries.map((entry, order) => ({ entry, order, score: score(entry, words) }))
      .filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score || a.order - b.order).slice(0, 12);
    for (const [index, { entry }] of found.entries()) {
      const item = document.createElement("li");
      item.id = `~found-${index}`;
      item.setAttribute("role", "option");
      const link = document.createElement("a");
      link.href = entry.href;
      link.tabIndex = -1;
      link.textContent = entry.heading ? `${entry.title} › ${entry.heading}` : entry.title;
      item.append(link, excerpt(entry, words));
      item.addEventListener("click", () => { location.href = entry.href; close(); });
      list.append(item);
    }
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length ? `${found.length} found` : "Nothing found";
  };

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.children.length) { event.preventDefault(); select(selected + 1); }
    else if (event.key === "ArrowUp" && list.children.length) { event.preventDefault(); select(selected < 0 ? -1 : selected - 1); }
    else if (event.key === "Enter") {
      event.preventDefault();
      (list.children[Math.max(selected, 0)]?.querySelector("a"))?.click();
      close();
    } else if (event.key === "Escape") { input.value = ""; close(); input.blur(); }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) close(); });
});
