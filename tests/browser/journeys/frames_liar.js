// A page in a frame that says what no frame of the blog would, and then whatever the page around asks for.

const tell = (message) => parent.postMessage(message, "*");
const height = (value) => ({ message: "height", value });

const shapes = [
  null, undefined, 403, "403", [403], ["height", 403], { value: 403 }, { height: 403 }, { message: "height" },
  { message: "Height", value: 403 }, { message: ["height"], value: 403 },
  ...["403", "403px", [403], { valueOf: 403 }, true, null, 403n].map(height),
];

addEventListener("message", ({ data: { from, to } }) => {
  for (let value = from; value <= to; value++) tell(height(value));
});

shapes.forEach(tell);
[NaN, Infinity, -Infinity, 0, -404].map(height).forEach(tell);
tell({ said: "everything" });
