// The list of all items: one stop of the Tab key; arrows move in it, Enter opens, Esc comes back.
const LISTED = 300;
let stop = 0;

function fillList(items) {
  const box = byId("list");
  const add = (from) => {
    box.append(...items.slice(from, from + LISTED).map((item) => {
      const button = itemButton(item);
      button.tabIndex = -1;
      return el("li", {}, button);
    }));
    if (from + LISTED < items.length) {
      const more = el("button", { type: "button", class: "more", tabindex: "-1", onclick: () => { more.parentElement.remove(); add(from + LISTED); stops()[stop]?.focus(); } }, `${say("more")} (${items.length})`);
      box.append(el("li", {}, more));
    }
  };
  box.replaceChildren();
  stop = 0;
  add(0);
  if (stops()[0]) stops()[0].tabIndex = 0;
}

const stops = () => [...byId("list").querySelectorAll("button")];

function listKeys(event) {
  const all = stops();
  const here = all.indexOf(document.activeElement);
  if (here < 0) return false;
  const page = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -all.length, End: all.length };
  if (!(event.key in page)) return false;
  event.preventDefault();
  all[here].tabIndex = -1;
  stop = Math.min(all.length - 1, Math.max(0, here + page[event.key]));
  all[stop].tabIndex = 0;
  all[stop].focus();
  return true;
}

// Where the reader came from, so that Esc goes back there.
let cameFrom = null;
const remember = () => { const at = document.activeElement; if (at && at !== document.body && !byId("details").contains(at)) cameFrom = at; };
const comeBack = () => { if (cameFrom?.isConnected && cameFrom.getClientRects().length) cameFrom.focus({ preventScroll: true }); cameFrom = null; };
