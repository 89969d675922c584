// Places of the text: code points, as RFC 5147 and every record count them.
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const pane = byId("text");
let nodes = null;

function codePoints(words) {
  let count = words.length;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) count -= 1;
  }
  return count;
}

// The text nodes with the place where each begins; counted once, when a place is first asked for.
function textNodes() {
  if (nodes) return nodes;
  nodes = [];
  let start = 0;
  const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const length = codePoints(walker.currentNode.data);
    nodes.push({ node: walker.currentNode, start, end: start + length });
    start += length;
  }
  return nodes;
}

function total() {
  return textNodes().at(-1)?.end ?? 0;
}

function unitOf(words, count) {
  let at = 0;
  for (let passed = 0; passed < count; passed += 1) at += words.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

function boundary(place, isEnd) {
  const all = textNodes();
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnd ? all[middle].end < place : all[middle].end <= place) low = middle + 1;
    else high = middle;
  }
  const { node, start } = all[low];
  return [node, unitOf(node.data, place - start)];
}

function rangeOf(start, end) {
  const range = document.createRange();
  range.setStart(...boundary(start, false));
  range.setEnd(...boundary(end, true));
  return range;
}

// char=2174,2318 · char=2174 · char=,100 · char=100, ; what follows a semicolon is a check of length.
function placeOf(hash) {
  const match = /^#char=(\d*)(?:(,)(\d*))?(?:;.*)?$/.exec(hash);
  if (!match || !(match[1] || match[3])) return null;
  const start = Number(match[1] || 0);
  const end = match[2] ? Number(match[3] || total()) : start + 1;
  return { start, end, fits: start < end && end <= total() };
}
