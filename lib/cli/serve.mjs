import { checkAddress } from "./address.mjs";
import { build, isBuilt } from "./build.mjs";
import { keptSecret, openDataFolder } from "./data-folder.mjs";
import { loadEnvironment } from "./environment.mjs";
import { dataFolder } from "./files.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { onEnd } from "./on-end.mjs";
import { installPackages, packagesInstalled } from "./packages.mjs";
import { endAll, start } from "./run.mjs";
import { complain, step } from "./say.mjs";
import { readSettings } from "./settings.mjs";

/** Does what is missing, serves until asked to stop, and ends the process. */
export async function serve({ dev }) {
  const ending = endWhenAsked();
  // Whoever reads what we write may go away before us. An error nobody heard would be written too, and so on for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    const address = readSettings(loadEnvironment());
    await checkAddress(address);
    setDefaults(address);
    await makeReady({ dev });
    const prepared = await prepare();
    if (!prepared) return process.exit(1);
    process.env.DATABASE_URL = prepared.url;
    const serving = await import(dev ? "./serve-dev.mjs" : "./serve-built.mjs");
    const { stopDatabase } = await import("./stop-database.mjs");
    ending.before(() => stopDatabase(prepared.stop));
    if (prepared.stop) {
      const { keepDatabase } = await import("./keep-database.mjs");
      ending.before(await keepDatabase(prepared.url));
    }
    ending.before(await serving.serveNext(address));
    announce(address, prepared.demo);
  } catch (error) {
    complain(error);
    await ending.end(1);
  }
}

/** When asked to stop, does what was registered, last first, and ends. */
function endWhenAsked() {
  const tasks = [endAll];
  let ended = false;
  const end = async (code) => {
    if (ended) return;
    ended = true;
    for (const task of tasks.reverse()) await task().catch(complain);
    process.exit(code);
  };
  onEnd(() => end(0));
  return { end, before: (task) => tasks.push(task) };
}

function setDefaults({ port }) {
  const folder = dataFolder();
  if (!process.env.DATABASE_URL || !process.env.NEXTAUTH_SECRET) openDataFolder(folder);
  process.env.NEXTAUTH_SECRET ||= keptSecret(folder);
  process.env.NEXTAUTH_URL ||= `http://localhost:${port}`;
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
}

async function makeReady({ dev }) {
  if (!packagesInstalled({ tests: false })) {
    await step("Installing packages", () => installPackages({ tests: false }));
  }
  // Read with a package, and before the build, so that nobody waits for it in vain.
  const { readTrustedProxies } = await import("./client-address.mjs");
  readTrustedProxies();
  if (!isGenerated()) await step("Generating the database client", generate);
  if (!dev && !isBuilt()) await step("Building the pages", build);
}

/** Runs prepare.ts, which speaks for itself; gives what it says, or null when it failed. */
function prepare() {
  const args = ["--import", "tsx", "--conditions=react-server", "lib/cli/prepare.ts"];
  const child = start(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return new Promise((resolve) => {
    let prepared = null;
    child.on("message", (message) => {
      prepared = message;
    });
    child.on("close", () => resolve(prepared));
  });
}

function announce({ host, port }, demo) {
  const where = host === "127.0.0.1" ? "localhost" : host;
  const lines = ["", `Chainrule is at http://${where}:${port}`];
  if (demo) {
    lines.push("", "Sign in as");
    for (const [role, accounts] of [
      ["instructor", [demo.instructor]],
      // A note of a demo made before there were these has none.
      ["assistant", [demo.assistant].filter(Boolean)],
      ["student", [demo.termStudent, ...demo.students].filter(Boolean)],
    ]) {
      for (const { email, password } of accounts) lines.push(`  ${role}  ${email}  ${password}`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n\nCtrl-C stops it.\n`);
}
