// The card: what was understood of the words under the pointer, the innermost finding first.
const [KIND, START, END, FACTS] = [0, 1, 2, 3];
const card = byId("card");
const narrow = matchMedia("(max-width: 720px)");
let lang = data.lang;
let pinned = false;
let shown = "";

function word(key) {
  return data.words[lang][key] ?? key;
}

function el(name, facts = {}, ...inside) {
  const made = Object.assign(document.createElement(name), facts);
  made.append(...inside);
  return made;
}

function isOff(kind) {
  return pane.classList.contains(`off-${kind}`);
}

function marksAt(target) {
  const found = [];
  for (let at = target.closest("[data-m]"); at; at = at.parentElement?.closest("[data-m]")) {
    const number = Number(at.dataset.m);
    if (!isOff(data.marks[number][KIND])) found.push(number);
  }
  return found;
}

// What the rules give as their reason is in English; all other data is the document's.
const REASONS = new Set(["why", "reason", "confidence"]);

function valueOf(key, value, isSaid) {
  const message = `value.${value}`;
  if (isSaid && message in data.words[lang]) return el("span", {}, word(message));
  return el("bdi", { lang: REASONS.has(key) ? "en" : "vi" }, value);
}

function section(number) {
  const mark = data.marks[number];
  const rows = mark[FACTS].map(([key, values, isSaid]) => [
    el("dt", {}, word(`fact.${key}`)), el("dd", {}, ...values.map((value) => valueOf(key, value, isSaid))),
  ]);
  const place = `char=${mark[START]},${mark[END]}`;
  const link = el("a", { href: `#${place}`, title: word("place.link") }, `#${place}`);
  rows.push([el("dt", {}, word("place")), el("dd", {}, link)]);
  return el("section", {},
    el("h2", {}, el("span", { className: `k-${mark[KIND]}` }, word(`kind.${mark[KIND]}`))),
    el("dl", {}, ...rows.flat()));
}

function putCard(box) {
  if (narrow.matches) return;
  const [wide, tall] = [card.offsetWidth, card.offsetHeight];
  const below = box.bottom + 8 + tall <= innerHeight;
  const top = below ? box.bottom + 8 : Math.max(8, box.top - tall - 8);
  card.style.top = `${Math.min(top, innerHeight - tall - 8)}px`;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - wide - 12))}px`;
}

function showCard(numbers, box) {
  if (!numbers.length) { hideCard(); return; }
  const wanted = numbers.join();
  if (wanted !== shown || card.hidden) {
    byId("told").replaceChildren(...numbers.map(section));
    card.scrollTop = 0;
    near(numbers[0]);
  }
  shown = wanted;
  card.hidden = false;
  putCard(box);
}

function near(number) {
  pane.querySelectorAll(".near").forEach((item) => item.classList.remove("near"));
  if (number === null) return;
  pane.querySelectorAll(`[data-m="${number}"]`).forEach((item) => item.classList.add("near"));
}

function hideCard() {
  pinned = false;
  shown = "";
  card.hidden = true;
  near(null);
}
