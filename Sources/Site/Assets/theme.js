// The reader's choice of light or dark, applied before anything is painted.
(() => {
  const root = document.documentElement;
  const store = {
    get() { try { return localStorage.getItem("theme"); } catch { return null; } },
    set(theme) { try { localStorage.setItem("theme", theme); } catch { /* a private window keeps nothing */ } },
  };
  root.classList.add("scripted");
  // Without a choice the page follows the system.
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
