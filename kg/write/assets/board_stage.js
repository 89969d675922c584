// The picture of a board: it was drawn when the page was written; here it is lit, filtered, scaled.
const canvas = byId("canvas");
const bundles = page.bundles;
bundles.forEach((bundle, index) => { bundle.rank = index; });
const bundleById = new Map(bundles.map((bundle) => [bundle.id, bundle]));
const drawings = [...canvas.querySelectorAll(".drawings")];
const shown = () => drawings.find((box) => box.getClientRects().length) ?? drawings[0];
const wanted = {};

function markOf(item, box = shown()) {
  if (item?.node) return box.querySelector(`[data-node="${item.node.id}"]`);
  if (item?.edge) return box.querySelector(`[data-edge="${item.edge.id}"]`);
  return item?.bundle ? box.querySelector(`[data-bundle="${item.bundle.rank}"]`) : null;
}

const itemOf = (mark) => {
  const { node, edge, bundle } = mark.dataset;
  return node ? { node: nodes[node] } : edge ? { edge: edges[edge] } : { bundle: bundles[bundle] };
};

const inBundle = bundles.map((bundle) => new Set(bundle.groups.flatMap(([, items]) => items.map(([rank]) => rank))));

// What lights up with an item: itself, its neighbours, the lines and heaps it stands in.
function lit(item) {
  const found = { nodes: new Set(), edges: new Set(), bundles: new Set() };
  if (item.edge) { found.edges.add(item.edge.id); found.nodes.add(item.edge.from).add(item.edge.to); }
  if (item.bundle && page.kind === "flow") alongFlow(item.bundle).forEach((each) => found.bundles.add(each.rank));
  if (item.bundle) { found.bundles.add(item.bundle.rank); inBundle[item.bundle.rank].forEach((id) => found.nodes.add(id)); }
  if (item.node) {
    found.nodes.add(item.node.id);
    links[item.node.id].forEach((edge) => { found.edges.add(edge.id); found.nodes.add(edge.from).add(edge.to); });
    inBundle.forEach((members, rank) => {
      if (!members.has(item.node.id)) return;
      found.bundles.add(rank);
      if (page.kind === "coordination") bundles[rank].groups[0][1].forEach(([id]) => found.nodes.add(id));
    });
  }
  return found;
}

// A ribbon lights its two blocks, a block its ribbons and their other ends.
function alongFlow({ id }) {
  const ends = id.split(" > ");
  const ribbons = bundles.filter((bundle) => bundle.kind === "kind.ribbon" && (bundle.id === id || bundle.id.split(" > ").includes(id)));
  const blocks = ends.length === 2 ? ends : ribbons.flatMap((bundle) => bundle.id.split(" > "));
  return [...ribbons, ...blocks.map((name) => bundleById.get(name)).filter(Boolean)];
}

function light(found) {
  canvas.classList.toggle("spot", found !== null);
  canvas.querySelectorAll(".lit, .chosen").forEach((mark) => mark.classList.remove("lit", "chosen"));
  if (!found) return;
  canvas.querySelectorAll(".mark").forEach((mark) => {
    const { node, edge, bundle } = mark.dataset;
    const on = node ? found.nodes.has(Number(node)) : edge ? found.edges.has(Number(edge)) : found.bundles.has(Number(bundle));
    mark.classList.toggle("lit", on);
  });
  drawings.forEach((box) => markOf(chosen, box)?.classList.add("chosen"));
}

function reveal(item) {
  const mark = markOf(item);
  if (!mark) return;
  const [box, view] = [mark.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const covered = phone.matches && byId("panel").classList.contains("open") ? byId("panel").offsetHeight : 0;
  const bottom = view.bottom - covered - 10;
  if (box.top < view.top + 40 || box.bottom > bottom) canvas.scrollTop += box.top - view.top - (bottom - view.top) / 3;
  if (box.left < view.left + 10 || box.right > view.right - 10) canvas.scrollLeft += box.left - view.left - view.width / 3;
}

// A mark is hidden by a filter when it bears tokens of that filter and not the one that is wanted.
function applyFilters() {
  const active = Object.entries(wanted).filter(([, token]) => token);
  canvas.querySelectorAll("[data-f]").forEach((mark) => {
    const tokens = mark.dataset.f.split("\n");
    const off = active.some(([name, token]) => tokens.some((each) => each.startsWith(`${name}:`)) && !tokens.includes(token));
    mark.classList.toggle("off", off);
  });
  canvas.querySelectorAll("tbody tr").forEach((row) => { row.hidden = active.length > 0 && !row.querySelector(".mark:not(.off)"); });
  byId("reset").hidden = active.length === 0;
  const left = canvas.querySelectorAll("[data-f]:not(.off)").length;
  byId("notice").textContent = active.length && !left ? say("filter.none") : "";
}

let zoom = 1;
let fitted = 1;

function fitScale() {
  const room = canvas.clientWidth - 24;
  const wide = Math.max(...[...shown().children].map((child) => Number(child.getAttribute("width")) || 0), 1);
  return page.kind === "coverage" ? 1 : Math.min(1.3, Math.max(page.kind === "flow" ? 0.85 : 0.62, room / wide));
}

function setZoom(value) {
  zoom = Math.min(6, Math.max(0.25, value));
  const scale = fitted * zoom;
  drawings.forEach((box) => {
    for (const child of box.children) {
      const [width, height] = [child.getAttribute("width"), child.getAttribute("height")];
      if (!width) { child.style.fontSize = `${scale * 13}px`; continue; }
      child.style.width = `${width * scale}px`;
      child.style.height = `${height * scale}px`;
    }
  });
  canvas.classList.toggle("near", scale > 1.5);
}

function refit() {
  fitted = fitScale();
  setZoom(zoom);
}

function zoomBy(factor) {
  const [x, y] = [canvas.scrollLeft + canvas.clientWidth / 2, canvas.scrollTop + canvas.clientHeight / 2];
  const before = zoom;
  setZoom(zoom * factor);
  const grown = zoom / before;
  canvas.scrollTo(x * grown - canvas.clientWidth / 2, y * grown - canvas.clientHeight / 2);
}

// The picture as it stands, for a file: its own style travels with it.
function pictureSvg() {
  if (page.kind === "coverage") return tableSvg();
  const parts = [...shown().children];
  const sizes = parts.map((part) => [Number(part.getAttribute("width")), Number(part.getAttribute("height"))]);
  const width = Math.max(...sizes.map(([w]) => w)) + 16;
  let y = 40;
  const whole = draw("svg", { xmlns: SVG, width, class: canvas.className });
  whole.append(draw("style", {}, byId("drawing-style").textContent), draw("rect", { width: "100%", height: "100%", fill: "#fff" }),
    draw("text", { x: 8, y: 24, class: "title" }, document.title));
  parts.forEach((part, index) => {
    const copy = part.cloneNode(true);
    copy.removeAttribute("style");
    copy.setAttribute("x", 8);
    copy.setAttribute("y", y);
    whole.append(copy);
    y += sizes[index][1];
  });
  whole.setAttribute("height", y + 8);
  whole.setAttribute("viewBox", `0 0 ${width} ${y + 8}`);
  return whole;
}

function tableSvg() {
  const rows = [...canvas.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
  const heads = [...canvas.querySelectorAll("thead th")].slice(1);
  const [left, top, step, high] = [210, 170, 34, 24];
  const [width, height] = [left + heads.length * step + 90, top + rows.length * high + 20];
  const whole = draw("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, class: "drawing" });
  whole.append(draw("style", {}, byId("drawing-style").textContent), draw("rect", { width, height, fill: "#fff" }), draw("text", { x: 8, y: 24, class: "title" }, document.title));
  heads.forEach((head, index) => whole.append(draw("text", { transform: `translate(${left + index * step + 14},${top - 10}) rotate(-45)`, class: "name" }, head.textContent.trim().slice(0, 30))));
  rows.forEach((row, index) => {
    const y = top + index * high + 12;
    whole.append(draw("text", { x: 8, y: y + 4, class: "name" }, row.querySelector("th").textContent));
    [...row.querySelectorAll("td")].forEach((cell, place) => {
      const icon = cell.querySelector(".mark:not(.off) svg")?.cloneNode(true);
      if (!icon) return;
      for (const [key, value] of Object.entries({ x: left + place * step + 2, y: y - 9, width: 18, height: 18 })) icon.setAttribute(key, value);
      whole.append(icon);
    });
  });
  return whole;
}
