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
