// A small button that has a picture and a name.
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

// A button on each block of code that copies the code and nothing else.
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

// What scrolls can be reached by the keyboard, as long as it does.
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
