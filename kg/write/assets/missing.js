// An address below a page, such as that of a passage, leads to the nearest page above it.
(async () => {
  "use strict";
  const parts = location.pathname.replace(/\/$/, "").split("/");
  for (parts.pop(); parts.length > 1; parts.pop()) {
    const address = `${parts.join("/")}.html`;
    const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) {
      const place = document.querySelector(".nearest");
      const link = place.querySelector("a");
      link.href = address;
      link.textContent = decodeURIComponent(address);
      place.hidden = false;
      return;
    }
  }
})();
