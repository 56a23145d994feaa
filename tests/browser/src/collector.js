// Runs first in every page the test server sends, and removes its own tag.
// Notes what would otherwise go unseen, and tells the server at once, so that a note survives its page.
(() => {
  document.currentScript.remove();
  const faults = [];
  const send = navigator.sendBeacon?.bind(navigator);
  const note = (kind, text) => {
    const id = `${performance.timeOrigin}/${faults.length}`;
    const fault = { id, kind, text, page: location.href };
    faults.push(fault);
    send?.("/__test/report", JSON.stringify(fault));
  };
  // Only some engines begin the stack with the message.
  const told = (thing) => (thing instanceof Error ? `${thing.name}: ${thing.message}\n${thing.stack}` : String(thing));
  addEventListener("error", (event) => {
    // Only window errors: a picture that fails to load is seen as a request.
    if (event.message) note("error", `${event.message} at ${event.filename}:${event.lineno}:${event.colno}`);
  });
  addEventListener("unhandledrejection", (event) => {
    note("rejection", told(event.reason));
  });
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
    note("violation", `${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber}) ${sample}`);
  });
  for (const [method, kind] of [["error", "console-error"], ["warn", "console-warning"]]) {
    const original = console[method];
    console[method] = (...parts) => {
      note(kind, parts.map(told).join(" "));
      original.apply(console, parts);
    };
  }
  Object.defineProperty(window, "__test", { value: { faults } });
})();
