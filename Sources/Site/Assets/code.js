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
