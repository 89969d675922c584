// Filters and relation switches of the cascade.
const wanted = { level: "", place: "", agent: "" };
const offRelations = new Set();

function fillFilters() {
  const documents = nodes.filter((node) => kindOf(node) === "document");
  const levels = page.levels.filter((level) => documents.some((node) => (node.facts.level ?? "unknown") === level));
  const places = [...new Set(nodes.map((node) => node.facts.place).filter(Boolean))].sort((a, b) => a.localeCompare(b, "vi"));
  const agents = nodes.filter((node) => kindOf(node) === "agent").sort((a, b) => labelOf(a).localeCompare(labelOf(b), "vi"));
  const options = {
    level: levels.map((level) => [level, sayLevel(level)]),
    place: places.map((place) => [place, place]),
    agent: agents.map((node) => [node.iri, labelOf(node)]),
  };
  for (const [name, list] of Object.entries(options)) {
    const select = byId(`filter-${name}`);
    const all = el("option", { value: "" }, say("filter.all"));
    select.replaceChildren(all, ...list.map(([value, text]) => el("option", { value }, text)));
    select.value = wanted[name];
  }
}

// The documents that fit the filters, what they rest on, their tasks, the agencies of those.
function passing() {
  const { level, place, agent } = wanted;
  if (!level && !place && !agent) return null;
  const body = byIri.get(agent);
  const touched = new Set(body ? links[body.id].flatMap((edge) => [edge.from, edge.to]) : []);
  const fitsAgent = (node) => !body || touched.has(node.id) || tasksOf(node).some((edge) => touched.has(edge.to));
  const core = nodes.filter((node) => kindOf(node) === "document" && (!level || (node.facts.level ?? "unknown") === level)
    && (!place || node.facts.place === place) && fitsAgent(node));
  const seen = new Set(body ? [body.id] : []);
  for (const node of core) {
    follow(node, upward).nodes.forEach((id) => seen.add(id));
    const tasks = tasksOf(node).map((edge) => edge.to).filter((id) => !body || touched.has(id));
    tasks.forEach((id) => seen.add(id));
    if (!body) for (const id of [node.id, ...tasks]) links[id].forEach((edge) => { if (kindOf(farEnd(edge, nodes[id])) === "agent") seen.add(farEnd(edge, nodes[id]).id); });
  }
  if (place && !body) nodes.forEach((node) => { if (node.facts.place === place && kindOf(node) !== "document" && !level) seen.add(node.id); });
  return seen;
}

function applyFilters() {
  const seen = passing();
  nodes.forEach((node) => { node.hidden = seen !== null && !seen.has(node.id); });
  edges.forEach((edge) => {
    edge.hidden = offRelations.has(edge.relation) || nodes[edge.from].hidden || nodes[edge.to].hidden;
  });
  data.nodes.update(nodes.map(({ id, hidden }) => ({ id, hidden })));
  data.edges.update(edges.map(({ id, hidden }) => ({ id, hidden })));
  byId("reset").hidden = seen === null && offRelations.size === 0;
  byId("notice").textContent = seen !== null && seen.size === 0 ? say("filter.none") : "";
  network.redraw();
}

function clearWishes() {
  for (const name of Object.keys(wanted)) { wanted[name] = ""; byId(`filter-${name}`).value = ""; }
  offRelations.clear();
  document.querySelectorAll("#relations input").forEach((box) => { box.checked = true; });
  byId("reset").hidden = true;
  byId("notice").textContent = "";
}

function clearFilters() {
  clearWishes();
  applyFilters();
}
