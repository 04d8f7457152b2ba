/* Tells the page around this one how high it is: a bare number of pixels (13 §13.4). */
(() => {
  const tell = () => parent.postMessage(Math.ceil(document.documentElement.getBoundingClientRect().height), "*");
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("load", tell);
  tell();
})();
