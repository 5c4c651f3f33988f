import { spawn } from "node:child_process";
import { root } from "./files.mjs";

const isWindows = process.platform === "win32";
const running = new Set();

/** Runs npm, which is a script on Windows. */
export const npm = (args) =>
  run(`npm ${args[0]}`, isWindows ? "npm.cmd" : "npm", args, { shell: isWindows });

/** Runs a program in the checkout to its end, quietly; if it fails, shows what it wrote and throws. */
export async function run(name, file, args, options = {}) {
  const { code, output } = await outcomeOf(file, args, options);
  if (code === 0) return;
  process.stderr.write(`\n${output}`);
  throw new Error(`${name} failed; its output is above.`);
}

function outcomeOf(file, args, { env = process.env, shell = false }) {
  return new Promise((resolve) => {
    const child = start(file, args, { env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }),
    );
  });
}

/** Starts a program in the checkout; `endAll` ends it with us. */
export function start(file, args, options) {
  const child = spawn(file, args, { cwd: root, ...options });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/** Asks every program started here to end, and waits until they have. */
export async function endAll() {
  await Promise.all(
    [...running].map((child) => {
      const closed = new Promise((resolve) => child.on("close", resolve));
      child.kill("SIGTERM");
      return closed;
    }),
  );
}
