// What happens when: choosing, keys, language, the address, the first picture.
function light(found) {
  spot = found;
  network.redraw();
}

function choose(next, far = false) {
  const wish = next?.node;
  if (wish && (next.part !== undefined || wish.facts.part !== undefined)) {
    drawPart(wish.facts.part ?? next.part);
    return choose(wish.facts.part === undefined ? { node: byIri.get(wish.iri) } : null, far);
  }
  if (next && !chosen) remember();
  chosen = next;
  if (next?.node?.hidden) { clearFilters(); byId("notice").textContent = say("filter.cleared"); }
  network.unselectAll();
  if (next?.node) { network.selectNodes([next.node.id], true); spot = surroundings(next.node); }
  else if (next?.edge) {
    network.setSelection({ nodes: [], edges: [next.edge.id] });
    spot = { nodes: new Set([next.edge.from, next.edge.to]), edges: new Set([next.edge.id]) };
  } else spot = null;
  if (spot) network.selectEdges([...spot.edges]);
  if (next) closeHits();
  byId("panel").classList.toggle("open", next !== null);
  byId("sheet").setAttribute("aria-expanded", String(next !== null));
  showPanel();
  hideTip();
  setAddress(true);
  if (!next) comeBack();
  if (next?.node && (far || phone.matches) && !isSeen(next.node)) moveTo(next.node);
  if (next && far) byId("details").querySelector("h2").focus({ preventScroll: true });
  network.redraw();
}

function setAddress(fresh = false) {
  const told = new URLSearchParams();
  if (chosen?.node) told.set("node", chosen.node.iri);
  if (chosen?.edge) {
    told.set("from", nodes[chosen.edge.from].iri);
    told.set("relation", chosen.edge.relation);
    told.set("to", nodes[chosen.edge.to].iri);
  }
  if (part) told.set("part", page.parts[part.index]);
  for (const [name, value] of Object.entries(wanted)) if (value) told.set(`filter.${name}`, value);
  if (offRelations.size) told.set("off", [...offRelations].join(" "));
  if (lang !== page.lang) told.set("lang", lang);
  if (view) told.set("view", view.join(" "));
  const hash = told.toString() ? `#${told}` : "";
  if (hash === location.hash) return;
  history[fresh ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
}

// Where the picture stands, once a reader has moved it: its middle and its scale.
let view = null;
function keepView() {
  const { x, y } = network.getViewPosition();
  view = [Math.round(x), Math.round(y), Number(network.getScale().toFixed(2))];
  setAddress();
}

function readView(told) {
  const [x, y, scale] = (told ?? "").split(" ").map(Number);
  view = [x, y, scale].every(Number.isFinite) && scale > 0 ? [x, y, Math.min(scale, FARTHEST)] : null;
  if (view) network.moveTo({ position: { x, y }, scale: view[2], animation: false });
}

function readFilters(told) {
  clearWishes();
  for (const name of Object.keys(wanted)) {
    const value = told.get(`filter.${name}`) ?? "";
    const select = byId(`filter-${name}`);
    if (![...select.options].some((option) => option.value === value)) continue;
    wanted[name] = value;
    select.value = value;
  }
  for (const name of (told.get("off") ?? "").split(" ")) {
    const box = [...document.querySelectorAll("#relations input")].find((each) => each.value === name);
    if (box) { box.checked = false; offRelations.add(name); }
  }
  if (offRelations.size || Object.values(wanted).some(Boolean)) applyFilters();
}

function readAddress() {
  const told = new URLSearchParams(location.hash.slice(1));
  const wish = told.get("lang") ?? page.lang;
  if (wish !== lang && wish in page.words) speak(wish);
  if (page.parts) { const index = page.parts.indexOf(told.get("part")); drawPart(index < 0 ? null : index); }
  if (nodes.some((each) => each.hidden) || edges.some((each) => each.hidden)) clearFilters();
  readFilters(told);
  const node = byIri.get(told.get("node"));
  const [from, to] = [byIri.get(told.get("from")), byIri.get(told.get("to"))];
  const edge = from && to ? links[from.id].find((e) => e.from === from.id && e.to === to.id && e.relation === told.get("relation")) : undefined;
  const place = told.get("view");
  choose(node ? { node } : edge ? { edge } : null, Boolean(node) && !place);
  readView(place);
  setAddress();
}

function speak(language) {
  lang = language;
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-word]").forEach((item) => { item.textContent = say(item.dataset.word); });
  document.querySelectorAll("[data-label]").forEach((item) => { item.setAttribute("aria-label", say(item.dataset.label)); });
  byId("search").placeholder = say("search");
  byId("search").title = say("search.hint");
  byId("language").lang = lang === "vi" ? "en" : "vi";
  for (const name of ["in", "out", "fit"]) byId(`zoom-${name}`).title = say(`zoom.${name}`);
  fillFilters();
  showOverview();
  if (byId("all-items").open) fillList(listed());
  showPanel();
  network.redraw();
}

function tip(lines, pointer) {
  const box = byId("tip");
  const [first, second] = lines;
  box.replaceChildren(first.length > 180 ? `${first.slice(0, 180)}…` : first, second ? el("small", {}, second) : "");
  box.hidden = false;
  const left = Math.min(pointer.x + 14, stage.clientWidth - box.offsetWidth - 8);
  const below = pointer.y + 16 + box.offsetHeight < stage.clientHeight;
  box.style.left = `${Math.max(8, left)}px`;
  box.style.top = `${below ? pointer.y + 16 : pointer.y - box.offsetHeight - 12}px`;
}

function hideTip() {
  byId("tip").hidden = true;
  stage.style.cursor = "";
}

const labelAt = ({ x, y }) => placed.find((box) => x >= box.x - 2 && y >= box.y - 2 && x <= box.x + box.w + 2 && y <= box.y + box.h + 2)?.node;
const reachable = (edge) => edge && !edge.hidden && (!spot ? !edge.quiet : spot.edges.has(edge.id));

// A finger or a hasty mouse may miss a small mark by a little.
function nearest({ x, y }) {
  let best = [14, undefined];
  for (const node of nodes) {
    if (node.hidden) continue;
    const at = network.canvasToDOM({ x: node.at[frameName][0], y: node.at[frameName][1] });
    const far = Math.hypot(at.x - x, at.y - y);
    if (far < best[0]) best = [far, node];
  }
  return best[1];
}

// A veiled node is still a node: a click on it chooses it.
network.on("click", ({ nodes: hit, edges: lines, pointer }) => {
  closeHits();
  const node = hit.length ? nodes[hit[0]] : labelAt(pointer.DOM);
  const edge = lines.map((id) => edges[id]).find(reachable);
  if (node) choose({ node });
  else if (edge) choose({ edge });
  else { const close = nearest(pointer.DOM); choose(close ? { node: close } : null); }
});
for (const event of ["dragEnd", "zoom"]) network.on(event, () => { clearTimeout(keepView.soon); keepView.soon = setTimeout(keepView, 300); });

network.on("hoverNode", ({ node, pointer }) => {
  stage.style.cursor = "pointer";
  tip([labelOf(nodes[node]), asideOf(nodes[node])], pointer.DOM);
});
network.on("hoverEdge", ({ edge: id, pointer }) => {
  const edge = edges[id];
  if (!reachable(edge)) return;
  stage.style.cursor = "pointer";
  tip([`${shortOf(nodes[edge.from])} — ${say(`relation.${edge.relation}`)} — ${shortOf(nodes[edge.to])}`, edge.facts.words], pointer.DOM);
});
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, hideTip);

function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: movement() });
}

function listen() {
  const on = (id, event, act) => byId(id).addEventListener(event, act);
  const soon = () => setTimeout(keepView, reduced.matches ? 0 : 400);
  on("zoom-in", "click", () => { zoomBy(1.5); soon(); });
  on("zoom-out", "click", () => { zoomBy(1 / 1.5); soon(); });
  on("zoom-fit", "click", () => { fit(true); view = null; setAddress(); });
  on("back", "click", () => { view = null; drawPart(null); choose(null); });
  on("all-items", "toggle", () => { if (byId("all-items").open && !byId("list").children.length) fillList(listed()); });
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
  for (const name of Object.keys(wanted)) on(`filter-${name}`, "change", (event) => { wanted[name] = event.target.value; applyFilters(); setAddress(); });
  document.querySelectorAll("#relations input").forEach((box) => box.addEventListener("change", () => {
    if (box.checked) offRelations.delete(box.value); else offRelations.add(box.value);
    applyFilters();
    setAddress();
  }));
}

function keys(event) {
  const typing = event.target.matches?.("input, select, textarea");
  if (event.key === "/" && !typing) { event.preventDefault(); byId("search").focus(); byId("search").select(); }
  if (event.key === "Escape") {
    if (!byId("results").hidden) { closeHits(); if (!chosen) light(null); }
    else if (byId("export").open) byId("export").open = false;
    else if (byId("relations").open) byId("relations").open = false;
    else if (chosen) choose(null);
    else if (part) byId("back").click();
  }
  if (!byId("results").hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const stops = [byId("search"), ...byId("hits").querySelectorAll("button")];
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = stops[Math.max(0, stops.indexOf(document.activeElement) + step)];
    if (next) { event.preventDefault(); next.focus(); }
    return;
  }
  listKeys(event);
}

document.addEventListener("keydown", keys);
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".search")) closeHits();
  if (!event.target.closest(".relations")) byId("relations").open = false;
  if (!event.target.closest(".menu")) byId("export").open = false;
});
addEventListener("beforeprint", () => byId("details").querySelectorAll("details").forEach((item) => { item.open = true; }));
addEventListener("popstate", readAddress);
new ResizeObserver(() => requestAnimationFrame(reframe)).observe(stage);

rankNodes();
listen();
speak(lang);
fit(false);
gather();
readAddress();
