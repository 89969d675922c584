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

function itemButton(item) {
  if (item.node) return goButton(item.node, item);
  const { name, kind } = item.bundle;
  const words = el("span", {}, el("span", { class: "clip", lang: "vi" }, nameOf(item.bundle)), el("small", {}, say(kind)));
  return el("button", { type: "button", class: "go", onclick: () => choose(item, true) }, icon("bundle"), words);
}

const nameOf = (bundle) => bundle.name || say("board.noyear");

function goButton(node, item = { node }) {
  const aside = asideOf(node);
  const words = el("span", { lang: node.facts.many ? lang : "vi" }, el("span", { class: "clip" }, labelOf(node)), aside ? el("small", {}, aside) : "");
  return el("button", { type: "button", class: "go", onclick: () => choose(item, true) }, icon(node.group), words);
}

function valueOf(name, value) {
  if (name === "level") return sayLevel(value);
  if (name === "agent_kind") return page.words[lang][`agency.${value}`] ?? value;
  if (name === "task_kind" || name === "time_kind") return page.words[lang][`value.${value}`] ?? value;
  return String(value);
}

function facts(node) {
  const list = el("dl");
  const label = node.facts.label ?? "";
  for (const name of ATTRIBUTES[kindOf(node)] ?? []) {
    const value = node.facts[name];
    if (value === undefined || value === "" || (name !== "number" && value === label)) continue;
    const own = ["level", "task_kind", "time_kind", "agent_kind"].includes(name);
    list.append(el("dt", {}, say(`fact.${name}`)), el("dd", { lang: own ? lang : "vi" }, valueOf(name, value)));
  }
  return list;
}

const codePoints = new Map();
function passage(facts_) {
  const { source, start, end, words } = facts_;
  if (!(source in texts) || start === undefined || end === undefined) return null;
  if (!codePoints.has(source)) codePoints.set(source, Array.from(texts[source]));
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
  const address = page.addresses[source];
  if (address && span) box.append(el("a", { class: "source", href: `${address}#char=${start},${end}` }, say("board.source")));
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

// What a mark that is no node stands for: its facts, what it does not say, its items with their words.
function bundlePanel(bundle) {
  const heading = el("h2", { class: "name", tabindex: "-1", lang: "vi" }, nameOf(bundle));
  const list = el("dl");
  for (const [key, value, isKey] of bundle.facts) list.append(el("dt", {}, say(key)), el("dd", { lang: isKey ? lang : "vi" }, isKey ? say(value) : value));
  const notes = bundle.notes.map((key) => el("p", { class: "lead" }, say(key)));
  return [...kindLine(bundle.kind, ""), heading, ...notes, list, ...bundle.groups.map(([head, items]) => heapOf(head, items))];
}

function heapOf(head, items) {
  const box = el("details", { class: "group", open: "" });
  box.append(el("summary", {}, upper(say(head)), el("small", {}, ` (${items.length})`)));
  const add = ([rank, proofs]) => {
    const known = nodes[rank].facts.text ? [nodes[rank].facts.text] : [];
    box.append(goButton(nodes[rank]), ...proofs.flatMap((id) => {
      const edge = edges[id];
      const other = farEnd(edge, nodes[rank]);
      const relation = edge.relation === "has_task" ? null : el("span", { class: "where" }, `${say(`relation.${edge.relation}`)}: `, el("span", { lang: "vi" }, shortOf(other)));
      const said = proof(edge, false, known);
      if (relation) said.prepend(relation);
      return [said];
    }));
  };
  items.slice(0, FIRST).forEach(add);
  if (items.length > FIRST) {
    const more = el("button", { type: "button", class: "more", onclick: () => { more.remove(); items.slice(FIRST).forEach(add); } }, `${say("more")} (${items.length})`);
    box.append(more);
  }
  return box;
}

const upper = (words) => words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
const panelOf = ({ node, edge, bundle }) => (node ? nodePanel(node) : edge ? edgePanel(edge) : bundlePanel(bundle));

function showPanel() {
  const details = byId("details");
  byId("overview").hidden = chosen !== null;
  details.hidden = chosen === null;
  details.replaceChildren(...(chosen ? panelOf(chosen) : []));
  byId("panel").classList.toggle("chosen", chosen !== null);
  byId("panel").scrollTop = 0;
}
