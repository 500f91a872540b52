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
  const reveal = () => {
    if (current && list.scrollHeight > list.clientHeight) {
      list.scrollTop = current.offsetTop - list.clientHeight / 2;
    }
  };
  reveal();
  list?.addEventListener("toggle", reveal);
  // A list that lies over the page goes when a place on the page was chosen.
  const outline = document.querySelector(".outline");
  outline?.addEventListener("click", (event) => {
    if (event.target.closest("a") && outline.matches(":popover-open")) outline.hidePopover();
  });
});
