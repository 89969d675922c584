// Tables: all rows of an answer out of its own data, and their order by a column.
const byId = (id) => document.getElementById(id);
const given = JSON.parse(byId("values").textContent);
const apart = new Intl.Collator("vi", { numeric: true });

// Comma-separated values with quotes; the apostrophe that guards a spreadsheet stays outside.
function csvRows(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
      else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === "," || letter === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  return rows.slice(1, -1);
}

function dataOf(name) {
  const coded = byId(`${name}-data`).href.split(",", 2)[1];
  const bytes = Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
  return csvRows(new TextDecoder().decode(bytes));
}

function put(cell, tag, lang, words, asIs) {
  const item = document.createElement(tag);
  item.lang = lang;
  if (asIs) item.className = "as-is";
  item.textContent = words;
  cell.append(item);
}

function rowOf(heads, values) {
  const row = document.createElement("tr");
  heads.forEach((head, at) => {
    const cell = row.insertCell();
    const words = values[at].replace(/^'(?=[=+\-@])/, "").replace(/\s+/g, " ").trim();
    const other = head.dataset.ours === undefined ? undefined : given.values[words];
    cell.className = head.className;
    if (other === undefined) put(cell, "bdi", "vi", words, true);
    else { put(cell, "span", "vi", other); put(cell, "span", "en", words); }
  });
  return row;
}

function showAll(button) {
  const table = button.closest("article").querySelector("table");
  const heads = [...table.tHead.rows[0].cells];
  table.tBodies[0].replaceChildren(...dataOf(button.dataset.of).map((values) => rowOf(heads, values)));
  button.closest("p").remove();
}

function sortBy(head) {
  const article = head.closest("article");
  const button = article.querySelector(".all");
  if (button) showAll(button); // the first rows alone would sort to a wrong end
  const way = head.ariaSort === "descending" ? "ascending" : head.ariaSort === "ascending" ? "descending"
    : head.classList.contains("n") ? "descending" : "ascending";
  for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
  head.ariaSort = way;
  const body = head.closest("table").tBodies[0];
  const key = (row) => row.cells[head.cellIndex].firstElementChild?.textContent ?? "";
  const sorted = [...body.rows].sort((one, two) => {
    const [left, right] = [key(one), key(two)];
    if (!left || !right) return Number(!left) - Number(!right); // what is not told stands last
    return apart.compare(left, right) * (way === "ascending" ? 1 : -1);
  });
  body.replaceChildren(...sorted);
}
