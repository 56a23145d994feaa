const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
const tasks = [];
const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
await idle();
observer.observe({ type: "longtask" });
const shown = new Promise((resolve) => addEventListener("recto-shown", resolve, { once: true }));
const start = performance.now();
navigation.navigate(path).finished.catch(() => {});
await shown;
await frame();
const painted = performance.now() - start;
await idle();
await idle();
tasks.push(...observer.takeRecords());
const lengths = tasks.map(({ duration }) => duration);
return {
  longest: Math.max(0, ...lengths),
  blocked: lengths.reduce((sum, length) => sum + length - 50, 0),
  painted,
};
