// Search over the index that stands beside this script: every word, with or without its marks.
(() => {
  "use strict";
  const MOST = 100;
  const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const index = (window.KG_INDEX || []).map(([kind, label, address, about]) => {
    const name = folded(label);
    return { kind, label, address, about, name, all: `${name} ${folded(about)}` };
  });
  const list = document.querySelector(".results");
  const at = (name) => document.querySelector(`.status .${name}`);
  const kinds = new Map([...document.querySelectorAll(".kinds [data-kind]")].map((each) => [each.dataset.kind, each]));

  const KINDS = ["document", "place", "agent", "task", "report", "target"];
  const rank = (each, words) => KINDS.indexOf(each.kind) / 10 + (words.every((word) => each.name.includes(word)) ? 0 : 1) + (each.name.startsWith(words[0]) ? 0 : 1);
  const row = (each) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const label = document.createElement("bdi");
    const kind = document.createElement("small");
    link.href = each.address;
    label.textContent = each.label;
    link.append(label);
    kind.append(...[...(kinds.get(each.kind)?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    item.append(link, " ", kind);
    if (each.about) {
      const about = document.createElement("small");
      about.textContent = ` · ${each.about}`;
      item.append(about);
    }
    return item;
  };
  const show = (asked) => {
    const words = folded(asked).split(/\s+/).filter(Boolean);
    const found = words.length ? index.filter((each) => words.every((word) => each.all.includes(word))) : [];
    const ranked = found.map((each, place) => [rank(each, words), place, each]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    list.replaceChildren(...ranked.slice(0, MOST).map(([, , each]) => row(each)));
    at("found").textContent = words.length ? String(found.length) : "";
    at("nothing").hidden = !words.length || found.length > 0;
    at("more").hidden = found.length <= MOST;
  };
  const field = document.querySelector(".find input");
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => {
    show(field.value);
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    try { history.replaceState(null, "", address); } catch { /* a page from a file may not */ }
  });
  document.querySelector(".find").addEventListener("submit", (event) => event.preventDefault());
  show(field.value);
  field.focus();
})();
