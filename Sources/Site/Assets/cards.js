// Pointing at a reference shows what it refers to: from this page, or from the cards of the page where it stands.
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
    // Of a section, its title and how it begins.
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

  // By touch the card is a sheet below, with the way on at its end.
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
      // A second tap follows the link.
      if (!isTouch || owner === link) return;
      event.preventDefault();
      show(link, true);
    });
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
