// What the page knows: nodes, edges, words. Draws nothing.
const page = JSON.parse(document.getElementById("data").textContent);
let nodes = []; // what is drawn now: all of a small graph, one part of a large one
let edges = [];
let byIri = new Map();
let links = [];
let texts = {};

function load(part) {
  ({ nodes, edges, texts } = part);
  byIri = new Map(nodes.map((node) => [node.iri, node]));
  links = nodes.map(() => []);
  edges.forEach((edge, index) => {
    edge.id = index;
    const isHeap = Boolean(nodes[edge.from].facts.many || nodes[edge.to].facts.many);
    edge.quiet = isHeap || (page.strokes[edge.relation]?.quiet ?? true);
    links[edge.from].push(edge);
    if (edge.to !== edge.from) links[edge.to].push(edge);
  });
}
load(page);

// Work that can wait is done in idle moments, so that no key and no click waits for it.
const later = (act) => (globalThis.requestIdleCallback ? requestIdleCallback(act, { timeout: 500 }) : setTimeout(act, 30));
const byId = (id) => document.getElementById(id);
const reduced = matchMedia("(prefers-reduced-motion: reduce)");
const phone = matchMedia("(max-width: 720px)");
let lang = page.lang;

const say = (key) => page.words[lang][key] ?? key;
const sayOther = (key) => page.words[lang === "vi" ? "en" : "vi"][key] ?? key;
const sayLevel = (level) => say(`level.${level}`);

// "Đắk Nông" and "dak nong" are one: đ has no mark to strip, so it is folded by hand.
const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

const kindOf = (node) => node.facts.kind ?? "other";
const labelOf = (node) => (node.facts.many ? manyOf(node) : undefined) ?? node.facts.text ?? node.facts.label ?? node.facts.name ?? node.iri;
const manyOf = ({ facts }) => `${new Intl.NumberFormat(lang).format(facts.many)} ${say(`kinds.${facts.kind}`)}`;
const shortOf = (node) => {
  if (node.facts.many) return manyOf(node);
  const { kind, number, name, label, type, held } = node.facts;
  if (kind === "document") return number ?? (held && type && label?.startsWith(`${type} `) ? label.slice(type.length + 1) : label) ?? node.iri;
  return (kind === "agent" ? name ?? label : labelOf(node)) ?? node.iri;
};
const tasksOf = (node) => links[node.id].filter((e) => e.relation === "has_task" && e.from === node.id);
const farEnd = (edge, node) => nodes[edge.from === node.id ? edge.to : edge.from];

// One line that tells two nodes of one name apart.
const asideOf = (node) => {
  if (node.facts.many) return [node.facts.place ?? "", node.facts.kind === "document" ? sayLevel(node.facts.level) : ""].filter(Boolean).join(" · ");
  const { kind, type, number, title, place, date, level, section_title: section } = node.facts;
  if (kind === "task") return [shortOf(byIri.get(node.facts.document) ?? { facts: {}, iri: "" }), section].filter(Boolean).join(" · ");
  if (kind === "document") {
    const label = labelOf(node);
    const fresh = [number, type].filter((word) => word && !label.includes(word));
    return [...fresh, title && !label.includes(title) ? title : "", place ?? (level ? sayLevel(level) : ""), date].filter(Boolean).join(" · ");
  }
  return place && !labelOf(node).includes(place) ? place : "";
};

const DESCENT = new Set(["implements", "based_on", "amends", "repeals"]);

// All a node rests on: from a task to its plan, from a plan to what it implements, up to the top.
function follow(start, next) {
  const found = { nodes: new Set([start.id]), edges: new Set() };
  const queue = [start.id];
  while (queue.length) {
    const here = queue.pop();
    for (const edge of links[here]) {
      const there = next(edge, here);
      if (there === null) continue;
      found.edges.add(edge.id);
      if (!found.nodes.has(there)) { found.nodes.add(there); queue.push(there); }
    }
  }
  return found;
}
const upward = (edge, here) => {
  if (edge.relation === "has_task") return edge.to === here ? edge.from : null;
  return DESCENT.has(edge.relation) && edge.from === here ? edge.to : null;
};
const downward = (edge, here) => (DESCENT.has(edge.relation) && edge.to === here ? edge.from : null);

// What lights up with a node: its neighbours, what it rests on, what rests on it;
// with an agency also what its tasks rest on.
function surroundings(node) {
  const tasks = kindOf(node) === "agent" ? links[node.id].map((edge) => farEnd(edge, node)) : [];
  const parts = [follow(node, downward), ...[node, ...tasks].map((start) => follow(start, upward))];
  const found = { nodes: new Set([node.id]), edges: new Set() };
  for (const part of parts) {
    part.nodes.forEach((id) => found.nodes.add(id));
    part.edges.forEach((id) => found.edges.add(id));
  }
  for (const edge of links[node.id]) {
    found.edges.add(edge.id);
    found.nodes.add(edge.from).add(edge.to);
  }
  return found;
}
