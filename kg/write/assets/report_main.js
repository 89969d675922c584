// The switch of languages, values at the marks of charts, and what only a script can offer.
const root = document.documentElement;
const tip = byId("tip");
const key = "report-language";

function speak(lang) {
  root.lang = lang;
  try { sessionStorage.setItem(key, lang); } catch { /* a page may be forbidden to keep anything */ }
}

function told() {
  try { return sessionStorage.getItem(key); } catch { return null; }
}

function showTip(event) {
  const mark = event.target.closest?.("[data-t]");
  document.querySelectorAll("[data-t].on").forEach((each) => each.classList.remove("on"));
  tip.hidden = !mark;
  if (!mark) return;
  mark.classList.add("on");
  tip.textContent = mark.dataset.t;
  const { width, height } = tip.getBoundingClientRect();
  const above = event.clientY - height - 14;
  tip.style.left = `${Math.max(8, Math.min(event.clientX + 12, innerWidth - width - 8))}px`;
  tip.style.top = `${above > 4 ? above : event.clientY + 18}px`;
}

document.addEventListener("pointermove", showTip);
document.addEventListener("pointerdown", showTip);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") showTip({ target: root }); });
document.addEventListener("scroll", () => { tip.hidden = true; }, { passive: true });
byId("language").addEventListener("click", () => speak(root.lang === "vi" ? "en" : "vi"));
document.querySelectorAll(".all").forEach((button) => button.addEventListener("click", () => showAll(button)));
document.querySelectorAll("article th").forEach((head) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => sortBy(head));
});
document.querySelectorAll(".needs-script").forEach((each) => { each.hidden = false; });
if (["vi", "en"].includes(told())) speak(told());
