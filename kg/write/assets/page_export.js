// The picture as a file: SVG as it stands, PNG at twice its size. Nothing leaves the page.
const MOST_PIXELS = 12_000_000;

function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// XML has no way to hold most controls; a name may hold any.
const xmlSafe = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");

function svgText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlSafe(new XMLSerializer().serializeToString(svg))}\n`;
}

const nameOfFile = () => fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "kg";

function saveSvg() {
  save(new Blob([svgText(pictureSvg())], { type: "image/svg+xml" }), `${nameOfFile()}.svg`);
}

async function savePng() {
  const svg = pictureSvg();
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = el("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "#fff";
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, `${nameOfFile()}.png`), "image/png");
}

const SVG = "http://www.w3.org/2000/svg";
function draw(name, properties = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(properties)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

byId("export-svg").addEventListener("click", () => { byId("export").open = false; saveSvg(); });
byId("export-png").addEventListener("click", () => { byId("export").open = false; savePng(); });
