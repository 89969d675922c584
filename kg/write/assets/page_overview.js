// What the panel says before anything is chosen, and the parts of a large graph.
function showOverview() {
  const whole = page.counts ?? {};
  const count = (kind) => (part ? undefined : whole[kind]) ?? nodes.filter((node) => kindOf(node) === kind).length;
  const figures = [["document", count("document")], ["task", count("task")], ["agent", count("agent")], ["edge", (part ? undefined : whole.edge) ?? edges.length]];
  const number = new Intl.NumberFormat(lang);
  byId("counts").replaceChildren(...figures.map(([key, value]) => el("li", {}, el("b", {}, number.format(value)), say(`kinds.${key}`))));
  const used = new Set([...nodes.map((node) => node.group), ...edges.map((edge) => edge.relation), ...edges.filter((edge) => edge.facts.inferred).map(() => "inferred")]);
  document.querySelectorAll("[data-use]").forEach((item) => { item.hidden = !used.has(item.dataset.use); });
  const plans = nodes.filter((node) => node.group === "held");
  byId("plans-heading").hidden = plans.length === 0;
  byId("plans").replaceChildren(...plans.slice(0, 200).map((node) => el("li", {}, goButton(node))));
}

// A large graph comes in parts: the overview first, the others are read when they are opened.
let part = null; // {index} of the part that is drawn, null: the whole or its overview
const whole = { nodes: page.nodes, edges: page.edges, texts: page.texts, frames: page.frames };

function readPart(index) {
  return JSON.parse(byId(`part-${index}`).textContent);
}

// Draw another part; the filters and the choice belong to the one that is left.
function drawPart(index) {
  if ((part?.index ?? null) === index) return;
  part = index === null ? null : { index };
  const next = index === null ? whole : readPart(index);
  clearWishes();
  chosen = null;
  spot = null;
  load(next);
  frames = next.frames;
  frame = frames[frameName];
  codePoints.clear();
  rankNodes();
  growth = 1;
  network.setData(visData());
  byId("back").hidden = part === null;
  if (!page.parts) return;
  fillFilters();
  showOverview();
  if (byId("all-items").open) fillList(listed());
  fit(false);
}

const listed = () => ranked.map((node) => ({ node }));

// The straws of all nodes; those of a large graph are gathered in idle moments, part by part.
let straws = [];
let gathered = 0;
const strawsOf = (list, index) => list.map((node) => [{ node, part: index, weight: 0 }, strawOf({ node })]);

function gather() {
  if (!page.parts) { straws = nodes.map((node) => [{ node, weight: links[node.id].length }, strawOf({ node })]); return; }
  if (gathered >= page.parts.length) return;
  const known = gather.known ??= new Set();
  const fresh = readPart(gathered).nodes.filter((node) => !known.has(node.iri));
  fresh.forEach((node) => known.add(node.iri));
  straws = straws.concat(strawsOf(fresh, gathered));
  gathered += 1;
  later(gather);
}

function showHits() {
  const query = byId("search").value;
  const hits = search(straws, query);
  showResults(hits, query);
  if (page.parts && gathered < page.parts.length && query) later(() => { if (byId("search").value === query && !byId("results").hidden) showHits(); });
  if (!chosen) light(hits.length ? { nodes: new Set(hits.map((hit) => byIri.get(hit.node.iri)?.id).filter((id) => id !== undefined)), edges: new Set() } : null);
}
