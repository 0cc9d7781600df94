"use strict";
(() => {
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const title = document.getElementById("panel-title");
  const steps = panel.querySelector(".panel-steps");
  const at = document.getElementById("panel-at");
  let opener = null;
  let line = [];

  const copy = (node) => {
    const twin = node.cloneNode(true);
    for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
    return twin;
  };

  const show = (link) => {
    const id = link.hash.slice(1);
    const source = document.getElementById(id)?.closest(".source");
    if (!source) return false;
    const parts = [".source-head", ".text", ".furniture"].map((name) => source.querySelector(name));
    body.replaceChildren(...parts.filter(Boolean).map(copy));
    const marks = [];
    for (const part of body.querySelectorAll("[data-cites]")) {
      if (!part.dataset.cites.split(" ").includes(id)) continue;
      const mark = document.createElement("mark");
      mark.append(...part.childNodes);
      part.append(mark);
      marks.push(mark);
    }
    document.querySelector(".cite.open")?.classList.remove("open");
    link.classList.add("open");
    const folded = link.closest(".rest")?.previousElementSibling?.querySelector("input");
    if (folded) folded.checked = true;
    panel.hidden = false;
    document.body.classList.add("beside");
    steps.hidden = line.length < 2;
    at.textContent = `${line.indexOf(link) + 1} of ${line.length}`;
    body.scrollTop = 0;
    if (marks.length) {
      const where = marks[0].getBoundingClientRect().top - body.getBoundingClientRect().top;
      body.scrollTop = Math.max(0, where - body.clientHeight / 3);
    }
    const hidden = link.getBoundingClientRect().bottom + 24 - panel.getBoundingClientRect().top;
    if (panel.offsetWidth === window.innerWidth && hidden > 0) window.scrollBy(0, hidden);
    return true;
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("beside");
    document.querySelector(".cite.open")?.classList.remove("open");
    opener?.focus({ preventScroll: true });
  };

  const step = (by) => {
    const now = line.findIndex((link) => link.classList.contains("open"));
    opener = line[(now + by + line.length) % line.length];
    show(opener);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    line = [...link.closest(".cites").querySelectorAll("a.cite")];
    if (!show(link)) return;
    opener = link;
    event.preventDefault();
    title.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") close();
    else if (line.length > 1 && panel.contains(event.target) && event.key === "ArrowRight") step(1);
    else if (line.length > 1 && panel.contains(event.target) && event.key === "ArrowLeft") step(-1);
  });
  document.getElementById("panel-close").addEventListener("click", close);
  document.getElementById("panel-back").addEventListener("click", () => step(-1));
  document.getElementById("panel-next").addEventListener("click", () => step(1));
})();
