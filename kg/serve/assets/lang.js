// The language of the page: the reader's last choice, else Vietnamese.
"use strict";
(() => {
  const root = document.documentElement;
  const button = document.getElementById("language");
  const kept = () => { try { return localStorage.getItem("kg-language"); } catch { return null; } };
  const keep = (language) => { try { localStorage.setItem("kg-language", language); } catch { /* not kept */ } };
  const speak = (language) => {
    root.lang = language;
    root.dataset.speaks = language;
    document.dispatchEvent(new Event("kg-language"));
  };
  button.addEventListener("click", () => {
    const other = root.dataset.speaks === "vi" ? "en" : "vi";
    keep(other);
    speak(other);
  });
  button.hidden = false;
  speak(kept() === "en" ? "en" : "vi");
})();
