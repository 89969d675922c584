// The panel: what a node or a link is, and the very words that say it. Text goes in as text only.
const ATTRIBUTES = {
  document: ["number", "type", "title", "level", "issuer", "place", "date", "file"],
  task: ["task_id", "task_kind", "lead_role", "time_words", "time_kind", "time_start", "time_end", "place"],
  agent: ["name", "agent_kind", "place"],
  place: [],
};
const FIRST = 8; // how many links of one relation are shown before "show all"
const AROUND = 200; // code points of context on each side of a quote

function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const icon = (group) => document.querySelector(`[data-icon="${group}"] svg`).cloneNode(true);

function goButton(node) {
  const aside = asideOf(node);
  const words = el("span", { lang: "vi" }, el("span", { class: "clip" }, labelOf(node)), aside ? el("small", {}, aside) : "");
  return el("button", { type: "button", class: "go", onclick: () => choose({ node }, true) }, icon(node.group), words);
}

function valueOf(name, value) {
  if (name === "level") return sayLevel(value);
  if (name === "task_kind" || name === "time_kind") return page.words[lang][`value.${value}`] ?? value;
  return String(value);
}

function facts(node) {
  const list = el("dl");
  const label = node.facts.label ?? "";
  for (const name of ATTRIBUTES[kindOf(node)] ?? []) {
    const value = node.facts[name];
    if (value === undefined || value === "" || (name !== "number" && value === label)) continue;
    const own = ["level", "task_kind", "time_kind"].includes(name);
    list.append(el("dt", {}, say(`fact.${name}`)), el("dd", { lang: own ? lang : "vi" }, valueOf(name, value)));
  }
  return list;
}

const codePoints = new Map();
function passage(facts_) {
  const { source, start, end, words } = facts_;
  if (!(source in page.texts) || start === undefined || end === undefined) return null;
  if (!codePoints.has(source)) codePoints.set(source, Array.from(page.texts[source]));
  const points = codePoints.get(source);
  const cutout = (from, to) => points.slice(Math.max(0, from), to).join("");
  if (cutout(start, end) !== words) return null;
  const before = (start > AROUND ? "…" : "") + cutout(start - AROUND, start).trimStart();
  const after = cutout(end, end + AROUND) + (end + AROUND < points.length ? "…" : "");
  return el("p", { class: "passage", lang: "vi" }, before, el("mark", {}, words), after);
}

function proof(edge, opened, known = []) {
  const { words, start, end, file, source, inferred, count } = edge.facts;
  const box = el("div", { class: "proof" });
  if (words && known.includes(words)) box.classList.add("bare"); // said above already
  else if (words) box.append(el("q", { lang: "vi" }, words));
  else box.append(el("span", { class: "where" }, say("panel.unquoted")));
  const name = file ?? (byIri.has(source) ? shortOf(byIri.get(source)) : "");
  const span = start !== undefined && end !== undefined ? `${start}–${end}` : "";
  const where = [[name, span].filter(Boolean).join(", "), count > 1 ? `${count} ${say("panel.times")}` : ""].filter(Boolean).join(" · ");
  box.append(el("span", { class: "where" }, where, inferred ? ` · ${say("panel.inferred")}` : ""));
  const context = passage(edge.facts);
  if (context) {
    const details = el("details", opened ? { open: "" } : {}, el("summary", {}, say("context")), context);
    box.append(details);
  }
  return box;
}

function groupOf(node, key, list) {
  const [direction, relation] = key.split(" ");
  const box = el("details", { class: "group", open: "" });
  box.append(el("summary", {}, say(`${direction}.${relation}`), el("small", {}, ` (${list.length})`)));
  const add = (edge) => box.append(goButton(farEnd(edge, node)), proof(edge, false, edge.relation === "has_task" ? [labelOf(nodes[edge.to])] : []));
  list.slice(0, FIRST).forEach(add);
  if (list.length > FIRST) {
    const more = el("button", { type: "button", class: "more", onclick: () => { more.remove(); list.slice(FIRST).forEach(add); } },
      `${say("more")} (${list.length})`);
    box.append(more);
  }
  return box;
}

function groupsOf(node) {
  const found = new Map();
  for (const relation of page.relations) {
    for (const direction of ["relation", "inverse"]) found.set(`${direction} ${relation}`, []);
  }
  for (const edge of links[node.id]) {
    const key = `${edge.from === node.id ? "relation" : "inverse"} ${edge.relation}`;
    found.set(key, [...(found.get(key) ?? []), edge]);
  }
  const byPlace = (a, b) => (a.facts.start ?? 0) - (b.facts.start ?? 0) || a.id - b.id;
  return [...found].filter(([, list]) => list.length).map(([key, list]) => groupOf(node, key, list.sort(byPlace)));
}

function kindLine(key, group) {
  const close = el("button", { type: "button", class: "close", "aria-label": say("close"), onclick: () => choose(null) }, "×");
  const words = [el("strong", {}, say(key)), el("span", { lang: lang === "vi" ? "en" : "vi" }, sayOther(key))];
  return [close, el("p", { class: "kind" }, group ? icon(group) : "", ...words)];
}

function badges(node) {
  const { kind, held, collective } = node.facts;
  const key = kind === "document" ? (held ? "panel.held" : "panel.unheld") : collective ? "panel.collective" : "";
  return key ? el("span", { class: key === "panel.unheld" ? "badge un" : "badge" }, say(key)) : "";
}

function nodePanel(node) {
  const name = node.facts.label ?? shortOf(node);
  const heading = el("h2", { class: "name", tabindex: "-1", lang: "vi" }, kindOf(node) === "task" ? node.facts.section_title ?? name : name);
  const text = kindOf(node) === "task" ? el("blockquote", { lang: "vi" }, labelOf(node)) : "";
  const groups = groupsOf(node);
  return [...kindLine(`kind.${kindOf(node)}`, node.group), heading, badges(node), text, facts(node),
    ...(groups.length ? groups : [el("p", { class: "lead" }, say("panel.nolinks"))])];
}

function edgePanel(edge) {
  const heading = el("h2", { class: "name", tabindex: "-1" }, say(`relation.${edge.relation}`));
  const end = (key, node) => [el("p", { class: "kind" }, say(key)), goButton(node)];
  return [...kindLine("panel.edge", ""), heading, ...end("panel.from", nodes[edge.from]),
    ...end("panel.to", nodes[edge.to]), el("div", { class: "group" }, el("p", { class: "kind" }, say("context"))), proof(edge, true)];
}

function showPanel() {
  const details = byId("details");
  byId("overview").hidden = chosen !== null;
  details.hidden = chosen === null;
  details.replaceChildren(...(chosen ? (chosen.node ? nodePanel(chosen.node) : edgePanel(chosen.edge)) : []));
  byId("panel").classList.toggle("chosen", chosen !== null);
  byId("panel").scrollTop = 0;
}

function showOverview() {
  const count = (kind) => nodes.filter((node) => kindOf(node) === kind).length;
  const figures = [["document", count("document")], ["task", count("task")], ["agent", count("agent")], ["edge", edges.length]];
  const number = new Intl.NumberFormat(lang);
  byId("counts").replaceChildren(...figures.map(([key, value]) => el("li", {}, el("b", {}, number.format(value)), say(`kinds.${key}`))));
  const used = new Set([...nodes.map((node) => node.group), ...edges.map((edge) => edge.relation), ...edges.filter((edge) => edge.facts.inferred).map(() => "inferred")]);
  document.querySelectorAll("[data-use]").forEach((item) => { item.hidden = !used.has(item.dataset.use); });
  const plans = nodes.filter((node) => node.group === "held");
  byId("plans-heading").hidden = plans.length === 0;
  byId("plans").replaceChildren(...plans.slice(0, 200).map((node) => el("li", {}, goButton(node))));
}
