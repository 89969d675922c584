// The picture: vis-network draws marks and lines, this file the bands behind them and the veil.
const GROUND = "251,252,254";
const stage = byId("canvas");
let faint = 0.2; // how opaque a quiet line is: the more there are, the less
const alpha = (hex, share) => {
  const part = (at) => parseInt(hex.slice(at, at + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${share})`;
};

const sheetHeight = () => (phone.matches ? 44 : 0);
const chooseFrame = () => (stage.clientWidth / Math.max(1, stage.clientHeight) > 1 ? "wide" : "tall");
let frameName = chooseFrame();
let frames = page.frames;
let frame = frames[frameName];
let spot = null; // {nodes, edges}: what stands out; null: everything
let chosen = null; // {node} or {edge}
let hovered = null;

// A mark that stands for many is larger, but not by as much as they are.
const grownBy = (node) => (node.facts.many ? 1 + Math.log10(node.facts.many) * 0.55 : 1);
const visNode = (node) => {
  const [x, y] = node.at[frameName];
  return { id: node.id, x, y, group: node.group, size: page.groups[node.group].size * grownBy(node), hidden: node.hidden === true };
};

const pairs = new Map(); // the nth line between two documents bends away from the others
function bend(edge) {
  if (edge.quiet) return false;
  const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
  const nth = pairs.get(pair) ?? 0;
  pairs.set(pair, nth + 1);
  if (nth === 0) return { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.4 };
  return { enabled: true, type: nth % 2 ? "curvedCW" : "curvedCCW", roundness: 0.1 * Math.ceil(nth / 2) };
}

const PLAIN = { colour: "#4a5568", width: 1, dashes: [], share: 1 };
function visEdge(edge) {
  const stroke = page.strokes[edge.relation] ?? PLAIN;
  const color = alpha(stroke.colour, edge.quiet ? faint * stroke.share ** 0.5 : 0.7);
  return {
    id: edge.id, from: edge.from, to: edge.to, width: stroke.width,
    dashes: stroke.dashes.length ? stroke.dashes : false,
    color: { color, highlight: alpha(stroke.colour, stroke.share), hover: edge.quiet ? color : stroke.colour, inherit: false },
    arrows: { to: { enabled: !edge.quiet || edge.facts.inferred === true, scaleFactor: 0.55, type: edge.facts.inferred ? "circle" : "arrow" } },
    smooth: bend(edge), hidden: edge.hidden === true,
  };
}

let data = null;
function visData() {
  pairs.clear();
  faint = Math.max(0.05, Math.min(0.22, 110 / (edges.filter((edge) => edge.quiet).length || 1)));
  data = { nodes: new vis.DataSet(nodes.map(visNode)), edges: new vis.DataSet(edges.map(visEdge)) };
  return data;
}
const network = new vis.Network(stage, visData(), {
  ...page.options, groups: page.groups, autoResize: true,
  interaction: { ...page.options.interaction, hideEdgesOnDrag: edges.length > 4000, hideEdgesOnZoom: edges.length > 4000 },
});

// Zooming in makes room between the marks: the marks themselves grow much more slowly.
const GROWN = 1.3;
const FARTHEST = 9;
let growth = 1;
const sizeOf = (node) => page.groups[node.group].size * grownBy(node) * growth;

function grow() {
  const scale = network.getScale();
  const wish = scale > GROWN ? (GROWN / scale) ** 0.7 : 1;
  if (Math.abs(wish - growth) < 0.01) return;
  growth = wish;
  for (const node of nodes) {
    const drawn = network.body.nodes[node.id];
    drawn.options.size = sizeOf(node);
    drawn.shape.refreshNeeded = true;
  }
  for (const edge of edges) {
    const drawn = network.body.edges[edge.id];
    const stroke = page.strokes[edge.relation] ?? PLAIN;
    drawn.options.width = stroke.width * growth;
    if (stroke.dashes.length) drawn.options.dashes = stroke.dashes.map((dash) => dash * growth);
    drawn.options.arrows.to.scaleFactor = 0.55 * Math.sqrt(growth);
  }
}

// Draw in CSS pixels of the screen, whatever the zoom.
function onScreen(ctx, draw) {
  ctx.save();
  const ratio = network.canvas.pixelRatio;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw();
  ctx.restore();
}

network.on("zoom", ({ scale }) => { if (scale > FARTHEST) network.moveTo({ scale: FARTHEST }); });

network.on("beforeDrawing", (ctx) => {
  grow();
  ctx.save();
  frame.bands.forEach(([id, top, bottom], index) => {
    ctx.fillStyle = index % 2 ? "#f6f8fb" : "#eef2f7";
    ctx.fillRect(-8, top, frame.width + 16, bottom - top);
  });
  ctx.strokeStyle = "#cfd8e3";
  ctx.lineWidth = 1 / network.getScale();
  ctx.beginPath();
  frame.columns.forEach(([, left, , top, bottom]) => { if (left > frame.gutter) { ctx.moveTo(left, top); ctx.lineTo(left, bottom); } });
  ctx.stroke();
  ctx.restore();
});

network.on("afterDrawing", (ctx) => {
  if (spot) {
    onScreen(ctx, () => {
      ctx.fillStyle = `rgba(${GROUND},0.86)`;
      ctx.fillRect(0, 0, stage.clientWidth, stage.clientHeight);
    });
    const { nodes: drawnNodes, edges: drawnEdges } = network.body;
    spot.edges.forEach((id) => { if (!edges[id].hidden && drawnEdges[id]?.connected) drawnEdges[id].draw(ctx); });
    spot.nodes.forEach((id) => { if (!nodes[id].hidden) drawnNodes[id]?.draw(ctx); });
    if (chosen?.node) ring(ctx, chosen.node);
  }
  drawLabels(ctx);
});

function ring(ctx, node) {
  const [x, y] = node.at[frameName];
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, sizeOf(node) + 5 * growth, 0, 2 * Math.PI);
  ctx.strokeStyle = "#16202c";
  ctx.lineWidth = 2 * growth;
  ctx.stroke();
  ctx.restore();
}

const movement = () => (reduced.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

let fittedWidth = 0;
function fit(animated) {
  fittedWidth = stage.clientWidth;
  const bar = sheetHeight();
  const [width, height] = [stage.clientWidth, stage.clientHeight - bar];
  const scale = Math.min((width - 24) / (frame.width + 16), (height - 16) / (frame.height + 8), 1.6);
  const position = { x: frame.width / 2, y: frame.height / 2 + bar / 2 / scale };
  network.moveTo({ position, scale, animation: animated && movement() });
}

// Bring a node into the free part of the canvas; on a phone the sheet covers the lower half.
function moveTo(node) {
  const [x, y] = node.at[frameName];
  const covered = phone.matches && byId("panel").classList.contains("open") ? byId("panel").offsetHeight : 0;
  const now = network.getScale();
  const scale = covered ? now : Math.max(now, Math.min(1.4, 2 * now));
  // Above a sheet the node stands low in what is left, so that what it rests on is seen too.
  const height = stage.clientHeight;
  const down = covered ? height / 2 - 0.72 * (height - covered) : 0;
  network.moveTo({ position: { x, y: y + down / scale }, scale, animation: movement() });
}

function isSeen(node) {
  const [x, y] = node.at[frameName];
  const at = network.canvasToDOM({ x, y });
  const covered = phone.matches && byId("panel").classList.contains("open") ? byId("panel").offsetHeight : 0;
  return at.x > 10 && at.y > 10 && at.x < stage.clientWidth - 10 && at.y < stage.clientHeight - covered - 44;
}

// The picture has one shape for a wide screen and one for a tall one.
function reframe() {
  const name = chooseFrame();
  // A phone's address bar comes and goes: a change of height alone moves nothing.
  if (name === frameName && Math.abs(stage.clientWidth - fittedWidth) < 2) return;
  if (name !== frameName) {
    frameName = name;
    frame = frames[name];
    data.nodes.update(nodes.map(visNode));
  }
  fit(false);
}
