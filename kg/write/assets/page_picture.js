// The picture as SVG, for a file: all that the canvas shows when it is seen as a whole.
function pictureSvg() {
  const [width, height] = [Math.ceil(frame.width + 24), Math.ceil(frame.height + 60)];
  const whole = draw("svg", { xmlns: SVG, width, height, viewBox: `-12 -48 ${width} ${height}`, "font-family": FACE });
  whole.append(draw("rect", { x: -12, y: -48, width, height, fill: "#fff" }), draw("text", { x: 0, y: -22, "font-size": 18, "font-weight": 700, fill: INK }, document.title));
  frame.bands.forEach(([id, top, bottom], index) => whole.append(
    draw("rect", { x: -8, y: top, width: frame.width + 16, height: bottom - top, fill: index % 2 ? "#f6f8fb" : "#eef2f7" }),
    draw("text", { x: 0, y: top + 13, "font-size": 11, "font-weight": 600, fill: SOFT }, sayLevel(id))));
  frame.columns.forEach(([name, left, , top, bottom]) => whole.append(
    draw("line", { x1: left, x2: left, y1: top, y2: bottom, stroke: "#cfd8e3" }),
    draw("text", { x: left + 6, y: top + 14, "font-size": 12, "font-weight": 700, fill: SOFT }, name)));
  const quiet = (edge) => edge.quiet && !(spot?.edges.has(edge.id));
  edges.filter((edge) => !edge.hidden).forEach((edge) => whole.append(lineSvg(edge, quiet(edge))));
  nodes.filter((node) => !node.hidden).forEach((node) => whole.append(...nodeSvg(node)));
  return whole;
}

function lineSvg(edge, isQuiet) {
  const stroke = page.strokes[edge.relation] ?? PLAIN;
  const [[x1, y1], [x2, y2]] = [edge.from, edge.to].map((id) => nodes[id].at[frameName]);
  const d = isQuiet ? `M${x1} ${y1}L${x2} ${y2}` : `M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2} ${x2} ${y2}`;
  return draw("path", { d, fill: "none", stroke: stroke.colour, "stroke-width": stroke.width, "stroke-opacity": isQuiet ? faint : 0.7, "stroke-dasharray": stroke.dashes.join(" ") || null });
}

function nodeSvg(node) {
  const [x, y] = node.at[frameName];
  const mark = byId("icons").querySelector(`[data-icon="${node.group}"] svg`).cloneNode(true);
  const half = page.groups[node.group].size * grownBy(node) * 1.2;
  for (const [key, value] of Object.entries({ x: x - half, y: y - half, width: 2 * half, height: 2 * half })) mark.setAttribute(key, value);
  const title = draw("title", {}, labelOf(node));
  mark.prepend(title);
  const named = kindOf(node) === "document" || node.facts.many || node.beside[frameName];
  if (!named) return [mark];
  const right = node.beside[frameName];
  const words = shortOf(node);
  const column = frame.columns.find(([, left, end, top, bottom]) => x > left && x < end && y > top && y < bottom);
  const room = kindOf(node) === "document" ? 118 : column ? column[2] - x - half : 200;
  const most = Math.max(4, Math.floor(room / 5.9));
  const text = draw("text", { "paint-order": "stroke", stroke: "#fff", "stroke-width": 3, x: right ? x + half + 3 : x, y: right ? y + 4 : y + half + 11, "font-size": 11, "text-anchor": right ? "start" : "middle", fill: INK }, words.length > most ? `${words.slice(0, most - 1)}…` : words);
  return [mark, text];
}
