// Builds the blog once a day, so that an article appears on its day. The variable BUILD_HOOK holds the address of a build
// hook (Site configuration, Build & deploy, Build hooks).
export default async () => {
  const hook = process.env.BUILD_HOOK;
  if (!hook) throw new Error("there is no build hook: write its address into the variable BUILD_HOOK");
  const response = await fetch(hook, { method: "POST" });
  if (!response.ok) throw new Error(`the build hook answered ${response.status}`);
};

export const config = { schedule: "17 4 * * *" };
