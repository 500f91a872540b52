"use strict";

// Formulas in another font have another size, and the page would move when theirs arrives. It shows when the font is
// there, or after a moment without it.
(() => {
  const page = document.documentElement;
  if (!page.classList.contains("mathematical") || !document.fonts) return;
  page.style.visibility = "hidden";
  const show = () => { page.style.visibility = ""; };
  document.fonts.load("1em 'Book Mathematics'").then(show, show);
  setTimeout(show, 400);
})();
