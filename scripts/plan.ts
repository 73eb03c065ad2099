// Reads ahead, when dist/ is built, what the diagnosis looks for in texts: it takes longer than a first answer should.
import { build, type Plugin } from "rolldown";

/** The file that is replaced. */
const SOURCE = "src/failure/readPlan.ts";

async function read(root: string): Promise<unknown> {
  const { output } = await build({ cwd: root, platform: "node", input: SOURCE, write: false });
  const { readPlan } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  return readPlan();
}

/**
 * Puts the plan itself in place of the function that reads it off the rules.
 *
 * @param root - path of the project
 */
export async function planAhead(root: string): Promise<Plugin> {
  const plan = JSON.stringify(JSON.stringify(await read(root)));
  return {
    name: "plan-ahead",
    load: (id) =>
      id.replaceAll("\\", "/").endsWith(`/${SOURCE}`)
        ? // As text, which is read faster than the same as code.
          { code: `export const readPlan = () => JSON.parse(${plan});`, moduleType: "js" }
        : undefined,
  };
}
