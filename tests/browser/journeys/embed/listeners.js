// Runs first in a page, and counts the listeners on what outlives every element: `listeners()`; and how much memory
// wasm has: `wasmBytes()`.
(() => {
  const kept = [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const forget = (found) => {
    const place = kept.findIndex(found);
    if (place >= 0) kept.splice(place, 1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (target === window || target === document || target === document.documentElement) {
      const entry = { target, type, listener };
      kept.push(entry);
      if (options?.signal) addEventListener.call(options.signal, "abort", () => forget((one) => one === entry));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    forget((one) => one.target === target && one.type === type && one.listener === listener);
    return removeEventListener.call(target, type, listener, options);
  };
  const memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const made = await original.apply(WebAssembly, parts);
      const { exports } = made.instance ?? made;
      memories.push(Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
      return made;
    };
  }
  window.listeners = () => kept.length;
  window.wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();
