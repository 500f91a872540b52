"use strict";
(() => {
const page = document.documentElement;
if (!page.classList.contains("mathematical") || !document.fonts) return;
page.style.visibility = "hidden";
const show = () => { page.style.visibility = ""; };
document.fonts.load("1em 'Book Mathematics'").then(show, show);
setTimeout(show, 400);
})();
const root = document.currentScript.getAttribute("src").replace("assets/book.js", "");
const loading = new Map();
const load = (name) => {
if (!loading.has(name)) {
loading.set(name, new Promise((resolve) => {
const script = document.createElement("script");
script.src = `${root}assets/${name}`;
script.onload = resolve;
script.onerror = resolve;
document.head.append(script);
}));
}
return loading.get(name);
};
(() => {
const root = document.documentElement;
const store = {
get() { try { return localStorage.getItem("theme"); } catch { return null; } },
set(theme) { try { localStorage.setItem("theme", theme); } catch { /* a private window keeps nothing */ } },
};
root.classList.add("scripted");
const themes = ["automatic", "light", "dark"];
let theme = themes.includes(store.get()) ? store.get() : "automatic";
const apply = () => {
if (theme === "automatic") delete root.dataset.theme;
else root.dataset.theme = theme;
};
apply();
document.addEventListener("DOMContentLoaded", () => {
const button = document.querySelector(".theme");
if (!button) return;
const describe = () => {
button.setAttribute("aria-label", `Colours: ${theme}`);
button.title = `Colours: ${theme}`;
};
describe();
button.addEventListener("click", () => {
theme = themes[(themes.indexOf(theme) + 1) % themes.length];
store.set(theme);
apply();
describe();
});
});
})();
const icon = (path) => `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
const button = (kind, name, path, action) => {
const button = document.createElement("button");
button.type = "button";
button.className = `copy ${kind}`.trim();
button.setAttribute("aria-label", name);
button.innerHTML = icon(path);
button.addEventListener("click", () => action(button));
return button;
};
document.addEventListener("DOMContentLoaded", () => {
if (!navigator.clipboard) return;
const look = (button, name, path) => {
button.innerHTML = icon(path);
button.setAttribute("aria-label", name);
button.classList.toggle("done", name === "Copied");
};
for (const box of document.querySelectorAll(".code")) {
const code = box.querySelector("code");
if (!code) continue;
const copy = ["Copy the code", "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z"];
box.append(button("", ...copy, async (button) => {
try {
await navigator.clipboard.writeText(code.textContent);
} catch {
return;
}
look(button, "Copied", "M3 8.5l3.2 3.2L13 4.8");
setTimeout(() => look(button, ...copy), 1600);
}));
}
});
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
document.addEventListener("DOMContentLoaded", () => {
const formulas = document.querySelectorAll(".equation .formula");
const check = () => {
for (const formula of formulas) {
if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
else formula.removeAttribute("tabindex");
}
};
check();
addEventListener("load", check);
addEventListener("resize", check);
});
document.addEventListener("DOMContentLoaded", () => {
for (const drawing of document.querySelectorAll(".drawing")) {
const picture = drawing.querySelector(":scope > svg");
if (!picture) continue;
drawing.append(button("enlarge", "Enlarge", "M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5", () => {
const dialog = document.createElement("dialog");
dialog.className = "large";
dialog.setAttribute("aria-label", picture.querySelector("title")?.textContent ?? "Figure");
const close = () => dialog.close();
dialog.append(button("", "Close", "M4 4l8 8M12 4l-8 8", close), picture.cloneNode(true));
dialog.addEventListener("close", () => dialog.remove());
document.body.append(dialog);
dialog.showModal();
}));
}
});
document.addEventListener("DOMContentLoaded", () => {
let card = null;
let owner = null;
let timer = 0;
const content = async (link) => {
const id = link.dataset.preview;
const fragment = document.createDocumentFragment();
const target = link.pathname === location.pathname ? document.getElementById(id) : null;
if (!target) {
const page = link.pathname.split("/").at(-1).replace(/\.html$/, "");
await load(`cards/${page}.js`);
const markup = globalThis.cards?.[page]?.[id];
if (!markup) return null;
const template = document.createElement("template");
template.innerHTML = markup;
fragment.append(template.content);
return fragment;
}
const parts = /^H[1-6]$/.test(target.tagName)
? [target, document.querySelector(`#${CSS.escape(id)} ~ p`)]
: [target.querySelector(":scope > .formula") ?? target];
const copy = document.createElement("div");
copy.append(...parts.filter(Boolean).map((part) => part.cloneNode(true)));
for (const heading of copy.querySelectorAll(":scope > :is(h1, h2, h3, h4, h5, h6)")) {
const topic = document.createElement("p");
topic.className = "topic";
topic.append(...heading.childNodes);
heading.replaceWith(topic);
}
for (const part of copy.querySelectorAll(".tip, .back, .copy, .anchor, .enlarge")) part.remove();
for (const part of copy.querySelectorAll("*")) {
for (const name of ["id", "tabindex", "href", "aria-describedby"]) part.removeAttribute(name);
}
const item = copy.querySelector(":scope > li");
fragment.append(...(item ?? copy).childNodes);
return fragment;
};
const hide = () => {
clearTimeout(timer);
card?.remove();
card = null;
owner = null;
};
const show = async (link, isTouched = false) => {
hide();
owner = link;
const nodes = await content(link);
if (owner !== link) return;
if (!nodes) {
if (isTouched) location.href = link.href;
return;
}
card = document.createElement("div");
card.className = "card";
card.append(nodes);
document.body.append(card);
if (isTouched) {
card.classList.add("sheet");
const onward = document.createElement("a");
onward.className = "onward";
onward.href = link.href;
onward.textContent = `${link.getAttribute("aria-label") ?? link.textContent} →`;
onward.addEventListener("click", hide);
card.append(onward);
return;
}
card.setAttribute("aria-hidden", "true");
const place = link.getBoundingClientRect();
const size = card.getBoundingClientRect();
const left = Math.max(16, Math.min(place.left, document.documentElement.clientWidth - size.width - 16));
const above = place.top - size.height - 8;
card.style.left = `${left + scrollX}px`;
card.style.top = `${(above > 60 ? above : place.bottom + 8) + scrollY}px`;
card.addEventListener("pointerenter", () => clearTimeout(timer));
card.addEventListener("pointerleave", hide);
};
let isTouch = false;
document.addEventListener("pointerdown", (event) => {
isTouch = event.pointerType === "touch";
if (isTouch && card && !card.contains(event.target) && event.target.closest("a") !== owner) hide();
});
for (const link of document.querySelectorAll("a[data-preview]")) {
link.addEventListener("pointerenter", (event) => {
if (event.pointerType === "touch") return;
clearTimeout(timer);
timer = setTimeout(() => show(link), 180);
});
link.addEventListener("pointerleave", (event) => {
if (event.pointerType === "touch") return;
clearTimeout(timer);
timer = setTimeout(hide, 220);
});
link.addEventListener("focus", () => { if (!isTouch && link.matches(":focus-visible")) show(link); });
link.addEventListener("blur", () => { if (!isTouch) hide(); });
link.addEventListener("click", (event) => {
if (!isTouch || owner === link) return;
event.preventDefault();
show(link, true);
});
}
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
const current = document.querySelector(".chapters a[aria-current]");
const list = document.querySelector(".chapters");
const reveal = () => {
if (current && list.scrollHeight > list.clientHeight) {
list.scrollTop = current.offsetTop - list.clientHeight / 2;
}
};
reveal();
list?.addEventListener("toggle", reveal);
const outline = document.querySelector(".outline");
outline?.addEventListener("click", (event) => {
if (event.target.closest("a") && outline.matches(":popover-open")) outline.hidePopover();
});
});
document.addEventListener("DOMContentLoaded", () => {
const box = document.querySelector(".search");
const input = box?.querySelector("input");
const list = box?.querySelector("ol");
const status = box?.querySelector("[role=status]");
if (!input || !list) return;
const most = 40;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => plain(text).match(/\p{N}+(?:[.e][-−]?\p{N}+)*|[\p{L}\p{N}_]+|\p{Sm}/gu) ?? [];
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
const nearest = (word) => {
const pairs = (text) => Array.from({ length: text.length + 1 }, (_, at) => ` ${text} `.slice(at, at + 2));
const own = pairs(word);
return [...index.keys()].filter((known) => known.length > 2 && !/\d/.test(known))
.map((known) => [known, (2 * pairs(known).filter((pair) => own.includes(pair)).length) / (own.length + known.length + 1)])
.filter(([, likeness]) => likeness > 0.3).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([known]) => known);
};
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
