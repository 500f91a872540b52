"use strict";

// The reader's choice of light or dark, applied before anything is painted.
(() => {
  const root = document.documentElement;
  const store = {
    get() { try { return localStorage.getItem("theme"); } catch { return null; } },
    set(theme) { try { localStorage.setItem("theme", theme); } catch { /* a private window keeps nothing */ } },
  };
  root.classList.add("scripted");
  const stored = store.get();
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  const current = () => root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    if (!button) return;
    const describe = () => button.setAttribute("aria-label", current() === "dark" ? "Light colours" : "Dark colours");
    describe();
    button.addEventListener("click", () => {
      root.dataset.theme = current() === "dark" ? "light" : "dark";
      store.set(root.dataset.theme);
      describe();
    });
  });
})();
// A button on each block of code that copies the code and nothing else.
document.addEventListener("DOMContentLoaded", () => {
  if (!navigator.clipboard) return;
  const icon = (path) => `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
  const copyIcon = icon("M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z");
  const doneIcon = icon("M3 8.5l3.2 3.2L13 4.8");
  for (const box of document.querySelectorAll(".code")) {
    const code = box.querySelector("code");
    if (!code) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", "Copy the code");
    button.innerHTML = copyIcon;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        return;
      }
      button.innerHTML = doneIcon;
      button.classList.add("done");
      button.setAttribute("aria-label", "Copied");
      setTimeout(() => {
        button.innerHTML = copyIcon;
        button.classList.remove("done");
        button.setAttribute("aria-label", "Copy the code");
      }, 1600);
    });
    box.append(button);
  }
});

// On paper nothing is folded away but the text forms of figures.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("article details:not(.drawing details):not([open])")) {
    fold.open = true;
    fold.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details[data-printed]")) {
    fold.open = false;
    delete fold.dataset.printed;
  }
});
// Pointing at a reference shows what it refers to, from this page or from the templates that came with it.
document.addEventListener("DOMContentLoaded", () => {
  let card = null;
  let timer = 0;

  const content = (id) => {
    const template = document.getElementById(`~preview-${id}`);
    if (template) return template.content.cloneNode(true);
    const target = document.getElementById(id);
    if (!target || /^H[1-6]$/.test(target.tagName)) return null;
    const copy = (target.querySelector(":scope > .formula") ?? target).cloneNode(true);
    copy.removeAttribute("id");
    for (const part of copy.querySelectorAll(".tip, .back, .copy, .anchor")) part.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    const fragment = document.createDocumentFragment();
    if (copy.tagName === "LI") fragment.append(...copy.childNodes);
    else fragment.append(copy);
    return fragment;
  };

  const hide = () => {
    clearTimeout(timer);
    card?.remove();
    card = null;
  };

  const show = (link) => {
    hide();
    const nodes = content(link.dataset.preview);
    if (!nodes) return;
    card = document.createElement("div");
    card.className = "card";
    card.setAttribute("aria-hidden", "true");
    card.append(nodes);
    document.body.append(card);
    const place = link.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const left = Math.max(16, Math.min(place.left, document.documentElement.clientWidth - size.width - 16));
    const above = place.top - size.height - 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(above > 60 ? above : place.bottom + 8) + scrollY}px`;
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", hide);
  };

  for (const link of document.querySelectorAll("a[data-preview]")) {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(() => show(link), 180);
    });
    link.addEventListener("pointerleave", () => {
      clearTimeout(timer);
      timer = setTimeout(hide, 220);
    });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link); });
    link.addEventListener("blur", hide);
  }

  // What a value says on pointing stays beside the text, where nothing cuts it off.
  for (const value of document.querySelectorAll(".value")) {
    const place = () => {
      const tip = value.querySelector(".tip");
      if (!tip) return;
      tip.style.translate = "";
      const room = document.querySelector("main").getBoundingClientRect();
      const { left, right } = tip.getBoundingClientRect();
      const excess = right - room.right + 8;
      const shift = excess > 0 ? -excess : Math.max(room.left + 8 - left, 0);
      if (shift) tip.style.translate = `${shift}px`;
    };
    value.addEventListener("pointerenter", place);
    value.addEventListener("focus", place);
  }

  // Escape puts away whatever is shown on pointing.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hide();
    for (const value of document.querySelectorAll(".value:hover, .value:focus")) {
      value.classList.add("quiet");
      const wake = () => value.classList.remove("quiet");
      value.addEventListener("pointerleave", wake, { once: true });
      value.addEventListener("blur", wake, { once: true });
    }
  });
});
// The contents of the page follow the reader.
document.addEventListener("DOMContentLoaded", () => {
  const links = new Map();
  for (const link of document.querySelectorAll(".outline a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (headings.length) {
    let waiting = false;
    const update = () => {
      waiting = false;
      const line = innerHeight * 0.25;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
      const here = passed.at(-1) ?? headings[0];
      for (const [id, link] of links) {
        link.classList.toggle("here", id === here.id);
        if (id === here.id) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(update);
    }, { passive: true });
    update();
  }
  // The chapter being read is in sight in a long list of chapters.
  const current = document.querySelector(".chapters a[aria-current]");
  const list = document.querySelector(".chapters");
  if (current && list && list.scrollHeight > list.clientHeight) {
    list.scrollTop = current.offsetTop - list.clientHeight / 2;
  }
});
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
