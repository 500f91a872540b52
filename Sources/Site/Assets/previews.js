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
