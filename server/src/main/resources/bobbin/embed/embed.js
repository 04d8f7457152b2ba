/* Replaces every quoted post of ours in a page by the post itself (13 §13.3). Needs nothing, sets no cookie. */
(() => {
  "use strict";
  const script = document.currentScript || document.querySelector('script[src$="/embed.js"]');
  const home = new URL(script.src).origin;
  const page = window.ThreadsEmbeds || {};
  page.homes = page.homes || new Set();
  if (page.homes.has(home)) {
    page.process();
    return;
  }
  page.homes.add(home);
  const handled = new WeakSet();
  const frames = new Map();

  /** The address of the frame for a permalink of ours; nothing for any other. */
  const address = (permalink) => {
    let url;
    try {
      url = new URL(permalink, home);
    } catch {
      return null;
    }
    const post = url.pathname.match(/^\/(?:@[^/]+\/post|t|post)\/[A-Za-z0-9_-]+(?=\/|$)/);
    return url.origin === home && post ? home + post[0] + "/embed" : null;
  };

  const replace = (block) => {
    const source = address(block.getAttribute("data-text-post-permalink"));
    if (!source || handled.has(block)) {
      return;
    }
    handled.add(block);
    const frame = document.createElement("iframe");
    frame.src = source;
    frame.title = "A post on Threads";
    if (block.id) {
      frame.id = block.id + "-frame";
    }
    frame.height = 0;
    frame.setAttribute("scrolling", "no");
    frame.setAttribute("frameborder", "0");
    frame.setAttribute("allowtransparency", "true");
    frame.setAttribute("allowfullscreen", "true");
    Object.assign(frame.style, {
      display: "block",
      boxSizing: "border-box",
      width: "calc(100% - 2px)",
      maxWidth: block.style.maxWidth || "658px",
      minWidth: "270px",
      margin: "1px",
      border: block.style.borderStyle ? block.style.border : "1px solid #00000026",
      borderRadius: block.style.borderRadius || "16px",
    });
    frames.set(frame, block);
    block.before(frame);
  };

  const process = () => document.querySelectorAll("blockquote.text-post-media[data-text-post-permalink]").forEach(replace);

  addEventListener("message", (event) => {
    if (event.origin !== home || !/^\d+$/.test(String(event.data))) {
      return;
    }
    for (const [frame, block] of frames) {
      if (frame.contentWindow === event.source) {
        frame.style.height = Number(event.data) + 2 + "px";
        block.style.display = "none";
      }
    }
  });

  const others = page.process || (() => {});
  page.process = () => {
    others();
    process();
  };
  window.ThreadsEmbeds = page;
  new MutationObserver(process).observe(document.documentElement, { childList: true, subtree: true });
  process();
})();
