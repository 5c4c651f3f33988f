import { ensureChromium } from "./chromium.mjs";
import { loadEnvironment } from "./environment.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { onEnd } from "./on-end.mjs";
import { installPackages, packagesInstalled } from "./packages.mjs";
import { endAll, start } from "./run.mjs";
import { complain, step } from "./say.mjs";

/** Runs a TypeScript program of the checkout with this command's arguments, after installing and generating what it
 *  needs, and ends this process with its exit code. `tests` says whether it needs what only tests do: their packages and a
 *  browser. */
export async function runProgram(file, { tests = false } = {}) {
  onEnd(() => endAll().then(() => process.exit(130)));
  try {
    loadEnvironment();
    if (!packagesInstalled({ tests }))
      await step("Installing packages", () => installPackages({ tests }));
    if (!isGenerated()) await step("Generating the database client", generate);
    if (tests) await ensureChromium();
  } catch (error) {
    complain(error);
    process.exit(1);
  }
  const program = ["--import", "tsx", "--conditions=react-server", file];
  const child = start(process.execPath, [...program, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  child.on("close", (code) => process.exit(code ?? 1));
}
