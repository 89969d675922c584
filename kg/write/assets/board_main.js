// What happens when on a board: choosing, keys, language, the address.
let chosen = null; // {node}, {edge} or {bundle}

const items = [...new Map([...canvas.querySelectorAll(".mark")].map((mark) => {
  const { node, edge, bundle } = mark.dataset;
  return edge ? null : [node ? `n${node}` : `b${bundle}`, itemOf(mark)];
}).filter(Boolean)).values()];
const drawn = new Set(items.map((item) => item.node));
const listed = [...items, ...nodes.filter((node) => !drawn.has(node)).map((node) => ({ node }))];
listed.forEach((item) => { item.weight = item.node ? links[item.node.id].length : 0; });
const straws = [];
function gather() {
  const upTo = Math.min(listed.length, straws.length + 1500);
  while (straws.length < upTo) { const item = listed[straws.length]; straws.push([item, strawOf(item)]); }
  if (upTo < listed.length) later(() => { gather(); if (!byId("results").hidden) showHits(); });
}

function choose(next, far = false) {
  if (next && !chosen) remember();
  chosen = next;
  if (next && [...drawings].some((box) => markOf(next, box)?.classList.contains("off"))) { clearFilters(); byId("notice").textContent = say("filter.cleared"); }
  if (next) closeHits();
  light(next ? lit(next) : null);
  byId("panel").classList.toggle("open", next !== null);
  byId("sheet").setAttribute("aria-expanded", String(next !== null));
  showPanel();
  setAddress(true);
  if (next && (far || phone.matches)) reveal(next);
  if (next && far) byId("details").querySelector("h2").focus({ preventScroll: true });
  if (!next) comeBack();
}

function setAddress(fresh = false) {
  const told = new URLSearchParams();
  if (chosen?.node) told.set("node", chosen.node.iri);
  if (chosen?.bundle) told.set("bundle", chosen.bundle.id);
  if (chosen?.edge) {
    told.set("from", nodes[chosen.edge.from].iri);
    told.set("relation", chosen.edge.relation);
    told.set("to", nodes[chosen.edge.to].iri);
  }
  for (const [name, token] of Object.entries(wanted)) if (token) told.set(`filter.${name}`, token);
  if (lang !== page.lang) told.set("lang", lang);
  if (Math.abs(zoom - 1) > 0.01) told.set("zoom", zoom.toFixed(2));
  const hash = told.toString() ? `#${told}` : "";
  if (hash === location.hash) return;
  history[fresh ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
}

function readAddress() {
  const told = new URLSearchParams(location.hash.slice(1));
  const wish = told.get("lang") ?? page.lang;
  if (wish !== lang && wish in page.words) speak(wish);
  document.querySelectorAll("[data-filter]").forEach((select) => {
    const token = told.get(`filter.${select.dataset.filter}`) ?? "";
    select.value = [...select.options].some((option) => option.value === token) ? token : "";
    wanted[select.dataset.filter] = select.value;
  });
  applyFilters();
  setZoom(Number(told.get("zoom")) || 1);
  const node = byIri.get(told.get("node"));
  const bundle = bundleById.get(told.get("bundle"));
  const [from, to] = [byIri.get(told.get("from")), byIri.get(told.get("to"))];
  const edge = from && to ? links[from.id].find((e) => e.from === from.id && e.to === to.id && e.relation === told.get("relation")) : undefined;
  choose(node ? { node } : bundle ? { bundle } : edge ? { edge } : null, Boolean(node || bundle || edge));
}

function speak(language) {
  lang = language;
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-word]").forEach((item) => { item.textContent = say(item.dataset.word); });
  document.querySelectorAll("[data-label]").forEach((item) => { item.setAttribute("aria-label", say(item.dataset.label)); });
  document.querySelectorAll("[data-number]").forEach((item) => { item.textContent = new Intl.NumberFormat(lang).format(item.dataset.number); });
  byId("search").placeholder = say("search");
  byId("search").title = say("search.hint");
  byId("language").lang = lang === "vi" ? "en" : "vi";
  for (const name of ["in", "out", "fit"]) byId(`zoom-${name}`).title = say(`zoom.${name}`);
  labelCells();
  if (byId("all-items").open) fillList(listed);
  showPanel();
}

// A cell says its place, its directive and its state to who cannot see where it stands.
function labelCells() {
  canvas.querySelectorAll("td .mark").forEach((mark) => {
    const bundle = bundles[mark.dataset.bundle];
    const directive = bundle.facts.find(([key]) => key === "fact.directive")[1];
    mark.setAttribute("aria-label", `${bundle.name}, ${directive}: ${say(mark.dataset.label)}`);
    mark.title = mark.getAttribute("aria-label");
  });
}

function showHits() {
  const query = byId("search").value;
  const hits = search(straws, query);
  showResults(hits, query);
  if (chosen) return;
  light(hits.length ? { nodes: new Set(hits.filter((h) => h.node).map((h) => h.node.id)), edges: new Set(), bundles: new Set(hits.filter((h) => h.bundle).map((h) => h.bundle.rank)) } : null);
}

function clearFilters() {
  document.querySelectorAll("[data-filter]").forEach((select) => { select.value = ""; wanted[select.dataset.filter] = ""; });
  applyFilters();
}

// Arrows walk over the cells of a table.
function cellKeys(event) {
  const cell = document.activeElement.closest?.("td");
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  if (!cell || !step) return false;
  const rows = [...canvas.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
  const row = rows.indexOf(cell.parentElement) + step[0];
  const next = rows[row]?.children[cell.cellIndex + step[1]]?.querySelector(".mark");
  event.preventDefault();
  if (!next || next.closest("th")) return true;
  document.activeElement.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return true;
}

function keys(event) {
  const typing = event.target.matches?.("input, select, textarea");
  if (event.key === "/" && !typing) { event.preventDefault(); byId("search").focus(); byId("search").select(); }
  if (event.key === "Escape") {
    if (!byId("results").hidden) { closeHits(); if (!chosen) light(null); }
    else if (byId("export").open) byId("export").open = false;
    else if (chosen) choose(null);
  }
  if (!byId("results").hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const places = [byId("search"), ...byId("hits").querySelectorAll("button")];
    const next = places[Math.max(0, places.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1))];
    if (next) { event.preventDefault(); next.focus(); }
    return;
  }
  if (!listKeys(event)) cellKeys(event);
}

function listen() {
  const on = (id, event, act) => byId(id).addEventListener(event, act);
  on("zoom-in", "click", () => { zoomBy(1.4); setAddress(); });
  on("zoom-out", "click", () => { zoomBy(1 / 1.4); setAddress(); });
  on("zoom-fit", "click", () => { setZoom(1); canvas.scrollTo(0, 0); setAddress(); });
  on("search", "input", showHits);
  on("search", "focus", showHits);
  on("language", "click", () => { speak(lang === "vi" ? "en" : "vi"); setAddress(); });
  on("reset", "click", () => { clearFilters(); setAddress(); });
  on("filters", "submit", (event) => event.preventDefault());
  on("filters-button", "click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("filters-button").setAttribute("aria-expanded", String(open));
  });
  on("sheet", "click", () => {
    const open = byId("panel").classList.toggle("open");
    byId("sheet").setAttribute("aria-expanded", String(open));
  });
  on("all-items", "toggle", () => { if (byId("all-items").open && !byId("list").children.length) fillList(listed); });
  document.querySelectorAll("[data-filter]").forEach((select) => select.addEventListener("change", () => {
    wanted[select.dataset.filter] = select.value;
    applyFilters();
    setAddress();
  }));
  canvas.addEventListener("click", (event) => {
    closeHits();
    const mark = event.target.closest(".mark:not(.off)");
    if (mark) choose(itemOf(mark)); else if (chosen) choose(null);
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
    setAddress();
  }, { passive: false });
  const about = byIri.get(page.start);
  byId("about").hidden = !about;
  on("about", "click", () => choose({ node: about }, true));
}

document.addEventListener("keydown", keys);
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".search")) closeHits();
  if (!event.target.closest(".menu")) byId("export").open = false;
});
addEventListener("beforeprint", () => byId("details").querySelectorAll("details").forEach((item) => { item.open = true; }));
addEventListener("popstate", readAddress);
new ResizeObserver(() => requestAnimationFrame(refit)).observe(canvas);

for (const [id, name] of [["filters", "empty"], ["filters-button", "no-filters"]]) byId(id).classList.toggle(name, !document.querySelector("[data-filter]"));
listen();
speak(lang);
refit();
gather();
readAddress();
