// The language switch, the filter of long lists, tables sorted by a click on their heads.
(() => {
  "use strict";
  const root = document.documentElement;
  const remembered = () => { try { return localStorage.getItem("kg-lang"); } catch { return null; } };
  const speak = (lang) => {
    root.lang = root.dataset.lang = lang;
    for (const each of document.querySelectorAll("[data-vi]")) {
      each.setAttribute("aria-label", each.dataset[lang]);
      if ("placeholder" in each) each.placeholder = each.dataset[lang];
    }
  };
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = asked || remembered();
  if (wanted === "vi" || wanted === "en") speak(wanted);
  const button = document.querySelector("button.language");
  button.hidden = false;
  button.addEventListener("click", () => {
    const lang = root.dataset.lang === "vi" ? "en" : "vi";
    speak(lang);
    try { localStorage.setItem("kg-lang", lang); } catch { /* a private window keeps nothing */ }
  });

  const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const narrow = document.querySelector("input.narrow");
  if (narrow) {
    narrow.closest(".filter").hidden = false;
    const rows = [...document.querySelectorAll(".list > li")].map((row) => [row, folded(row.textContent)]);
    narrow.addEventListener("input", () => {
      const words = folded(narrow.value).split(/\s+/).filter(Boolean);
      for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
      for (const section of document.querySelectorAll("main section")) {
        section.hidden = !section.querySelector("li:not([hidden])");
      }
    });
  }

  const compared = new Intl.Collator("vi", { numeric: true }).compare;
  for (const table of document.querySelectorAll("table.sorted")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const sort = document.createElement("button");
      sort.type = "button";
      sort.className = "sort";
      sort.append(...head.childNodes);
      head.append(sort);
      sort.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        const text = (row) => row.cells[column].textContent.trim();
        const rows = [...body.rows].sort((one, other) => compared(text(one), text(other)));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }
})();
