// Names beside the marks, in the size of the screen: the weightiest first, as many as fit.
const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';
const INK = "#16202c";
const SOFT = "#4a5568";
let ranked = [];
function rankNodes() {
  ranked = [...nodes].sort((a, b) => RANK[a.group] - RANK[b.group] || links[b.id].length - links[a.id].length || a.id - b.id);
}
const wrapped = new Map();
let placed = []; // boxes of the last drawing: a click on a name is a click on its node

function wrap(ctx, text, width, most) {
  const key = `${ctx.font}|${Math.round(width / 4)}|${most}|${text}`;
  if (wrapped.has(key)) return wrapped.get(key);
  const lines = [""];
  const words = text.trim().split(/(?<=[\s/])/); // a number may break after its slash
  const fits = (line) => ctx.measureText(line.trimEnd()).width <= width;
  for (const [index, word] of words.entries()) {
    const longer = lines.at(-1) + word;
    if (fits(longer)) { lines[lines.length - 1] = longer; continue; }
    if (lines.length === most || !lines.at(-1)) {
      lines[lines.length - 1] = cut(longer, fits, index < words.length - 1 || !fits(longer));
      break;
    }
    lines.push(fits(word) ? word : cut(word, fits, true));
  }
  if (wrapped.size > 20000) wrapped.clear();
  wrapped.set(key, lines);
  return lines;
}

function cut(line, fits, dotted) {
  if (!dotted) return line;
  let end = line.length;
  while (end > 1 && !fits(`${line.slice(0, end).trimEnd()}…`)) end -= 1;
  return `${line.slice(0, end).trimEnd()}…`;
}

// Which room, font and lines a name gets; null while the picture is too small for it.
function setting(node, scale, near) {
  const kind = kindOf(node);
  const right = node.beside[frameName];
  if (node.facts.many) return scale < 0.45 && !near ? null : { room: near ? 160 : 108 * scale, most: right || (kind === "task" && frameName === "wide") ? 1 : 2, font: `600 11px ${FACE}`, height: 13, right: right || (kind === "task" && frameName === "wide") };
  if (kind === "document") {
    const room = Math.max(62, Math.min(220, (right ? 112 : 90) * scale + (near && right ? 60 : 0)));
    return { room, most: right && node.facts.number ? 1 : 2, font: `600 ${right ? 12 : 11}px ${FACE}`, height: right ? 14 : 13, right };
  }
  if (kind === "agent" && right) {
    const [x, y] = node.at[frameName];
    const column = frame.columns.find(([, left, end, top, bottom]) => x > left && x < end && y > top && y < bottom);
    const room = column && !near ? (column[2] - x - 10) * scale - 2 : 240;
    return room < 40 ? null : { room, most: 1, font: `12px ${FACE}`, height: 14, right };
  }
  if (!near && scale < (kind === "agent" ? 1.6 : 2.4)) return null;
  const room = near ? 150 : Math.min(170, (kind === "agent" ? 28 : 30) * scale);
  return { room, most: 3, font: `11px ${FACE}`, height: 13, right: false };
}

function boxOf(node, at, set, lines, widest, scale) {
  const half = (sizeOf(node) + (node === chosen?.node ? 5 * growth : 0)) * scale;
  const height = lines.length * set.height;
  if (set.right) return { x: at.x + half + 5, y: at.y - height / 2, w: widest, h: height };
  return { x: at.x - widest / 2, y: at.y + half + 3, w: widest, h: height };
}

const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function place(ctx, node, scale, near, taken) {
  const [x, y] = node.at[frameName];
  const at = network.canvasToDOM({ x, y });
  if (at.x < -60 || at.y < -60 || at.x > stage.clientWidth + 60 || at.y > stage.clientHeight + 60) return;
  const set = setting(node, scale, near);
  if (!set) return;
  ctx.font = set.font;
  const lines = wrap(ctx, shortOf(node), set.room, set.most).map((text) => ({ text, font: set.font, fill: INK }));
  const count = node.group === "held" && !node.facts.many && frameName === "wide" ? tasksOf(node).length : 0;
  if (count) lines.push({ text: `${count} ${say("kinds.task")}`, font: `11px ${FACE}`, fill: SOFT });
  const widest = Math.max(...lines.map((line) => { ctx.font = line.font; return ctx.measureText(line.text).width; }));
  const box = boxOf(node, at, set, lines, widest, scale);
  if (taken.some((other) => other.id !== node.id && meets(box, other))) return;
  taken.push({ ...box, id: node.id });
  placed.push({ ...box, node });
  write(ctx, lines, box, set);
}

function write(ctx, lines, box, set) {
  ctx.textAlign = set.right ? "left" : "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = `rgba(${GROUND},0.92)`;
  lines.forEach((line, index) => {
    ctx.font = line.font;
    ctx.fillStyle = line.fill;
    const [x, y] = [set.right ? box.x : box.x + box.w / 2, box.y + index * set.height + 1];
    ctx.strokeText(line.text, x, y);
    ctx.fillText(line.text, x, y);
  });
}

// Marks that a name may not cover.
function marks(scale) {
  const among = spot ? [...spot.nodes].map((id) => nodes[id]) : nodes;
  return among.filter((node) => !node.hidden).map((node) => {
    const half = sizeOf(node) * scale;
    const at = network.canvasToDOM({ x: node.at[frameName][0], y: node.at[frameName][1] });
    return { id: node.id, x: at.x - half, y: at.y - half, w: 2 * half, h: 2 * half };
  }).filter((box) => box.x < stage.clientWidth && box.y < stage.clientHeight && box.x + box.w > 0 && box.y + box.h > 0);
}

function drawLabels(ctx) {
  const scale = network.getScale();
  placed = [];
  onScreen(ctx, () => {
    const taken = [...drawHeads(ctx, scale), ...marks(scale)];
    const few = spot && spot.nodes.size <= 24;
    if (chosen?.node && !chosen.node.hidden) place(ctx, chosen.node, scale, true, taken);
    for (const node of ranked) {
      if (node.hidden || node === chosen?.node || (spot && !spot.nodes.has(node.id))) continue;
      if (kindOf(node) !== "place") place(ctx, node, scale, few, taken);
    }
  });
}

// Names of bands stay at the left edge while the picture moves; names of places above columns.
function drawHeads(ctx, scale) {
  const taken = [];
  const put = (text, x, y, font, room, most) => {
    ctx.font = font;
    const lines = wrap(ctx, text, room, most);
    const widest = Math.max(...lines.map((line) => ctx.measureText(line).width));
    const box = { x, y, w: widest, h: 13 * lines.length, id: -1 };
    if (taken.some((other) => meets(box, other))) return;
    taken.push(box);
    write(ctx, lines.map((line) => ({ text: line, font, fill: SOFT })), box, { right: true, height: 13 });
  };
  const left = Math.max(6, network.canvasToDOM({ x: 0, y: 0 }).x);
  const room = frame.gutter ? Math.max(64, (frame.gutter - 4) * Math.min(scale, 2.2)) : 200;
  const bands = () => frame.bands.forEach(([id, top, bottom]) => {
    const edge = network.canvasToDOM({ x: 0, y: top });
    const end = network.canvasToDOM({ x: 0, y: bottom });
    if (end.y < 24 || edge.y > stage.clientHeight) return;
    put(sayLevel(id), left, Math.max(4, edge.y + 4), `600 11px ${FACE}`, room, frame.gutter ? 2 : 1);
  });
  if (frame.gutter) bands(); // without a gutter names of places come first: nothing else tells them
  const marked = nodes.some((node) => kindOf(node) === "place");
  for (const [name, from, to, top] of frame.columns) {
    const at = network.canvasToDOM({ x: from, y: top });
    const text = name || (frame.columns.length > 1 ? say("column.none") : "");
    if (text) put(text, at.x + 6 * scale, at.y + 3 * scale, `700 ${frame.gutter ? 12 : 11}px ${FACE}`, (to - from - 10) * scale - (marked ? 14 * scale : 0), frame.gutter ? 1 : 2);
  }
  if (!frame.gutter) bands();
  return taken;
}
