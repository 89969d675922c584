// Asks the endpoint and shows the answer; every word of it is put in as text, never as markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const SHOWN = 1000;
  const RESULTS = ["json", "csv", "tsv", "xml"];
  const GRAPHS = ["turtle", "jsonld", "ntriples", "rdfxml"];
  const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
  const WORDS = {
    vi: { wait: "Đang hỏi …", rows: "{n} dòng, {s} giây.", part: "Hiện {shown} dòng đầu trong {n}.", none: "Không tìm thấy gì trong kho này.",
      yes: "Có.", no: "Không.", graph: "Bộ ba RDF, {s} giây.", lost: "Máy chủ không trả lời.", stopped: "Đã dừng." },
    en: { wait: "Asking …", rows: "{n} rows, {s} seconds.", part: "The first {shown} of {n} rows are shown.", none: "Nothing was found in this corpus.",
      yes: "Yes.", no: "No.", graph: "RDF triples, {s} seconds.", lost: "The server does not answer.", stopped: "Stopped." },
  };
  const form = byId("form"), area = byId("query"), examples = byId("examples");
  const base = form.dataset.base;
  let running = null;
  let last = null;

  const speaks = () => (document.documentElement.dataset.speaks === "en" ? "en" : "vi");
  const word = (key, told = {}) => WORDS[speaks()][key].replace(/\{(\w+)\}/g, (_, name) => told[name]);

  function element(tag, text, parent) {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  }

  function hrefOf(iri) {
    if (iri.startsWith(base)) return `/${encodeURI(iri.slice(base.length)).replace(/%25([0-9A-F]{2})/g, "%$1")}`;
    return /^https?:\/\//.test(iri) ? iri : null;
  }

  function cell(row, value) {
    const made = element("td", "", row);
    if (!value) return;
    const href = value.type === "uri" ? hrefOf(value.value) : null;
    if (href) {
      const link = element("a", value.value.startsWith(base) ? value.value.slice(base.length) : value.value, made);
      link.href = href;
      link.rel = "noopener noreferrer";
    } else {
      made.textContent = typeof value.value === "string" ? value.value : JSON.stringify(value.value);
      if (value["xml:lang"]) made.lang = value["xml:lang"];
      if (/#(integer|decimal|double)$/.test(value.datatype || "")) made.className = "n";
    }
  }

  function table(found) {
    const columns = found.head.vars, rows = found.results.bindings;
    const made = byId("table");
    made.replaceChildren();
    const head = element("tr", "", element("thead", "", made));
    columns.forEach((name) => { element("th", name, head).scope = "col"; });
    const body = element("tbody", "", made);
    rows.slice(0, SHOWN).forEach((row) => {
      const line = element("tr", "", body);
      columns.forEach((name) => cell(line, row[name]));
    });
    byId("wide").hidden = rows.length === 0;
  }

  function say() {
    if (!last) return;
    const { key, rows, seconds, fault } = last;
    const told = { n: rows, s: seconds, shown: SHOWN };
    const parts = key ? [word(key, told)] : [];
    if (key === "rows" && rows === 0) parts.push(word("none"));
    if (key === "rows" && rows > SHOWN) parts.push(word("part", told));
    byId("state").textContent = parts.join(" ");
    byId("fault").textContent = fault === "lost" || fault === "stopped" ? word(fault) : fault || "";
  }

  function files(names, query) {
    byId("files").replaceChildren();
    names.forEach((name) => {
      const link = element("a", name, byId("files"));
      link.href = `/sparql?${new URLSearchParams({ format: name, query })}`;
    });
    byId("take").hidden = names.length === 0;
  }

  function clear() {
    byId("found").hidden = false;
    ["wide", "text", "take"].forEach((id) => { byId(id).hidden = true; });
  }

  async function show(answer, query, began) {
    const text = await answer.text();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (!answer.ok) { last = { fault: text.trim().slice(0, 2000) }; return; }
    if (answer.headers.get("Content-Type").includes("json")) {
      const found = JSON.parse(text);
      files(RESULTS, query);
      if ("boolean" in found) { last = { key: found.boolean ? "yes" : "no" }; return; }
      table(found);
      last = { key: "rows", rows: found.results.bindings.length, seconds };
    } else {
      byId("text").textContent = text.length > 500000 ? `${text.slice(0, 500000)}\n…` : text;
      byId("text").hidden = false;
      files(GRAPHS, query);
      last = { key: "graph", seconds };
    }
  }

  async function ask(move) {
    if (running || !area.value.trim()) return;
    const query = area.value, began = performance.now();
    running = new AbortController();
    clear();
    last = { key: "wait" };
    say();
    byId("run").disabled = true;
    byId("stop").hidden = false;
    try {
      const answer = await fetch("/sparql", {
        method: "POST", signal: running.signal, body: query,
        headers: { "Content-Type": "application/sparql-query", Accept: ACCEPT },
      });
      await show(answer, query, began);
    } catch (error) {
      last = { fault: error.name === "AbortError" ? "stopped" : "lost" };
    }
    running = null;
    byId("run").disabled = false;
    byId("stop").hidden = true;
    say();
    if (move) byId("answer").focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (area.value.length < 2000) history.replaceState(null, "", `/sparql?${new URLSearchParams({ query: area.value })}`);
    ask(true);
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
  });
  byId("stop").addEventListener("click", () => running && running.abort());
  examples.addEventListener("change", () => {
    const { sparql } = examples.selectedOptions[0].dataset;
    if (sparql) area.value = sparql;
  });
  document.addEventListener("kg-language", () => {
    [...examples.options].forEach((option) => {
      if (option.value) option.textContent = option.dataset[speaks()];
      else option.textContent = speaks() === "vi" ? "Chọn một câu hỏi …" : "Choose a question …";
    });
    say();
  });
  examples.disabled = false;
  document.dispatchEvent(new Event("kg-language"));
  if (new URLSearchParams(location.search).get("query")) ask(false);
})();
