// Pages of sources stand in folders of the site.
const root = document.currentScript.getAttribute("src").replace("assets/book.js", "");

// What is not needed by every reader comes as a script of its own, which works from disk too.
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
