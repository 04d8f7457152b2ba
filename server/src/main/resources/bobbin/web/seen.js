// Tells which posts were looked at and shared. A post is an element with the attribute data-seen, which holds its token. A button with the
// token in data-share copies what is in data-link; where a browser does not let it, the form does what it does without script. Looked at: half of it, or of the window, for one second; or a video in it begins to play.
(() => {
  "use strict";
  const told = new Set();
  let waiting = new URLSearchParams();

  const send = () => {
    if ([...waiting.keys()].length > 0 && navigator.sendBeacon("/seen", waiting)) {
      waiting = new URLSearchParams();
    }
  };

  const see = (post) => {
    const token = post.dataset.seen;
    if (!told.has(token)) {
      told.add(token);
      waiting.append("view", token);
    }
  };

  const clocks = new Map();
  const watch = new IntersectionObserver((changes) => {
    for (const change of changes) {
      const enough = change.intersectionRatio >= 0.5
        || change.intersectionRect.height >= window.innerHeight / 2;
      clearTimeout(clocks.get(change.target));
      if (change.isIntersecting && enough) {
        clocks.set(change.target, setTimeout(() => see(change.target), 1000));
      }
    }
  }, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] });

  for (const post of document.querySelectorAll("[data-seen]")) {
    watch.observe(post);
  }
  const within = (event) => event.target instanceof Element ? event.target.closest("[data-seen]") : null;
  document.addEventListener("play", (event) => within(event) && see(within(event)), true);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-share]") : null;
    if (button && navigator.clipboard) {
      event.preventDefault();
      navigator.clipboard.writeText(button.dataset.link).then(() => {
        button.textContent = "Link copied";
        waiting.append("share", button.dataset.share);
        send();
      }, () => button.form.submit());
    }
  });
  setInterval(send, 3000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send());
})();
