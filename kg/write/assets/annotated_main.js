// What happens when: pointing, keys, switches, language, the address.
const numbers = { vi: (share) => share.replace(".", ","), en: (share) => share };
let leaving = 0;

function speak(language) {
  lang = language;
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-say]").forEach((item) => {
    const { n = "", share = "" } = item.dataset;
    item.textContent = word(item.dataset.say).replace("{n}", n).replace("{share}", numbers[lang](share));
  });
  document.querySelectorAll("[data-name]").forEach((item) => { item.setAttribute("aria-label", word(item.dataset.name)); });
  pane.querySelectorAll(".tag").forEach((tag) => { tag.setAttribute("aria-label", toldOf(Number(tag.parentElement.dataset.m))); });
  byId("language").lang = lang === "vi" ? "en" : "vi";
  hideCard();
}

function toldOf(number) {
  const mark = data.marks[number];
  const parts = mark[FACTS].map(([key, values, isSaid]) =>
    `${word(`fact.${key}`)}: ${values.map((value) => valueOf(key, value, isSaid).textContent).join("; ")}`);
  return [word(`kind.${mark[KIND]}`), ...parts].join(" · ").slice(0, 400);
}

function markPlace(range) {
  if (globalThis.Highlight && CSS.highlights) {
    CSS.highlights.delete("place");
    if (range) CSS.highlights.set("place", new Highlight(range));
  } else {
    getSelection().removeAllRanges();
    if (range) getSelection().addRange(range);
  }
}

let arrivals = 0;

function readAddress() {
  const place = placeOf(location.hash);
  byId("notice").textContent = place && !place.fits ? word("place.none").replace("{place}", location.hash.slice(1, 60)) : "";
  markPlace(null);
  if (!place?.fits) return;
  const range = rangeOf(place.start, place.end);
  markPlace(range);
  hideCard();
  goTo(range);
  const own = byId(`char=${place.start},${place.end}`);
  const mine = ++arrivals;
  requestAnimationFrame(() => setTimeout(() => {
    if (mine !== arrivals) return; // Escape, or another address, came first
    goTo(range); // lines that were never drawn had only a guessed height
    if (own) showCard(withTwins(own, place), range.getBoundingClientRect());
    pinned = !card.hidden;
  }));
}

// Several findings may have the same words, such as a heading that names the lead.
function withTwins(own, place) {
  const around = marksAt(own);
  const twins = data.marks.flatMap((mark, number) =>
    mark[START] === place.start && mark[END] === place.end && !isOff(mark[KIND]) && !around.includes(number) ? [number] : []);
  return [...twins.reverse(), ...around];
}

function goTo(range) {
  const box = [...range.getClientRects()].find((each) => each.width > 0) ?? range.getBoundingClientRect();
  scrollTo({ top: Math.max(0, scrollY + box.top - innerHeight * 0.3), behavior: "instant" });
}

function boxAt(target, pointer) {
  const all = [...target.getClientRects()];
  return all.find((box) => pointer && box.top <= pointer.clientY && pointer.clientY <= box.bottom) ?? all[0] ?? target.getBoundingClientRect();
}

function switchKinds(boxes, on) {
  for (const box of boxes) {
    box.checked = on;
    pane.classList.toggle(`off-${box.value}`, !on);
  }
  hideCard();
}

pane.addEventListener("pointerover", (event) => {
  if (pinned || event.pointerType === "touch") return;
  clearTimeout(leaving);
  const found = event.target.closest("[data-m]");
  if (found) showCard(marksAt(found), boxAt(found, event));
  else leaving = setTimeout(hideCard, 200);
});
pane.addEventListener("pointerleave", () => { if (!pinned) leaving = setTimeout(hideCard, 300); });
card.addEventListener("pointerenter", () => clearTimeout(leaving));
card.addEventListener("pointerleave", () => { if (!pinned) leaving = setTimeout(hideCard, 300); });
pane.addEventListener("click", (event) => {
  const found = event.target.closest("[data-m]");
  if (event.target.closest(".tag") || !getSelection().isCollapsed) return;
  hideCard();
  if (found) { showCard(marksAt(found), boxAt(found, event)); pinned = !card.hidden; }
});
pane.addEventListener("focusin", (event) => {
  if (!event.target.matches(".tag")) return;
  pinned = false;
  showCard(marksAt(event.target), boxAt(event.target));
});
pane.addEventListener("focusout", (event) => {
  if (!pinned && !card.contains(event.relatedTarget)) hideCard();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  arrivals += 1;
  hideCard();
  markPlace(null);
});
document.addEventListener("scroll", () => {
  if (!pinned && !pane.querySelector(".near:hover, .tag:focus")) hideCard();
}, { passive: true });
byId("close").addEventListener("click", hideCard);
byId("language").addEventListener("click", () => speak(lang === "vi" ? "en" : "vi"));
byId("legend").addEventListener("change", (event) => switchKinds([event.target], event.target.checked));
byId("all").addEventListener("click", () => switchKinds(byId("legend").querySelectorAll("input"), true));
byId("none").addEventListener("click", () => switchKinds(byId("legend").querySelectorAll("input"), false));
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#char="]');
  if (link && link.hash === location.hash) readAddress();
  if (link && narrow.matches) link.closest("nav details")?.removeAttribute("open");
  if (event.target.closest('a[href="#gaps"]')) byId("gaps").open = true;
});
addEventListener("hashchange", readAddress);

pane.querySelectorAll("[title]").forEach((item) => item.removeAttribute("title"));
document.querySelectorAll("#language, .needs-script, #legend input").forEach((item) => { item.hidden = false; });
if (narrow.matches) document.querySelectorAll(".fold").forEach((item) => { item.open = false; });
addEventListener("beforeprint", () => document.querySelectorAll(".about").forEach((item) => { item.open = true; }));
readAddress();
