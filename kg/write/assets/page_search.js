// Search: all words must occur, marks do not count.
const RANK = { held: 0, unheld: 1, collective: 3, agent: 3, place: 4, task: 5, unassigned: 5 };
const MOST_HITS = 60;

function strawOf(item) {
  if (item.bundle) return [fold(item.bundle.name), fold(`${item.bundle.name}\n${item.bundle.facts.map((fact) => fact[1]).join("\n")}`), ""];
  const { label, number, title, name, text, place, task_id: outline } = item.node.facts;
  const hay = fold([...new Set([label, number, title, name, text, place, outline])].filter(Boolean).join(" \n "));
  return [fold(labelOf(item.node)), hay, fold(number ?? "")];
}

// First a name or number that begins so, then one where a word begins so, then the words together,
// the words anywhere in the name, the words anywhere.
function scoreOf([name, hay, number], tokens, whole) {
  if (!tokens.every((token) => hay.includes(token))) return null;
  if (name.startsWith(whole) || number.startsWith(whole)) return 0;
  if (` ${name}`.includes(` ${whole}`)) return 1;
  if (hay.includes(whole)) return 2;
  return tokens.every((token) => ` ${name}`.includes(` ${token}`)) ? 3 : 4;
}

// items: [{node} or {bundle}, its straw]; better first, then by kind, then by weight.
function search(items, query) {
  const tokens = fold(query).split(/\s+/).filter(Boolean);
  if (!tokens.length) return [];
  const whole = tokens.join(" ");
  const rank = (item) => (item.bundle ? 2 : RANK[item.node.group]);
  return items.map(([item, straw], index) => [scoreOf(straw, tokens, whole), item, index]).filter(([value]) => value !== null)
    .sort(([a, one, i], [b, two, k]) => a - b || rank(one) - rank(two) || (two.weight ?? 0) - (one.weight ?? 0) || i - k)
    .map(([, item]) => item);
}

function showResults(hits, query) {
  byId("results").hidden = fold(query).trim() === "";
  byId("found").textContent = hits.length ? `${hits.length} ${say("search.found")}` : say("search.none");
  byId("hits").replaceChildren(...hits.slice(0, MOST_HITS).map((item) => el("li", {}, itemButton(item))));
}

function closeHits() {
  byId("results").hidden = true;
}
