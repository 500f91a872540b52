// A button on each drawing that shows it as large as the window; Escape puts it back.
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
