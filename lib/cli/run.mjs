import { spawn } from "node:child_process";
import { root } from "./files.mjs";

/** A reason to stop that is for whoever typed the command: it is shown as it stands, without a stack. */
export class Refusal extends Error {}

const isWindows = process.platform === "win32";

/** Runs npm, which is a script on Windows. */
export const npm = (args, options) =>
  run(`npm ${args[0]}`, isWindows ? "npm.cmd" : "npm", args, { shell: isWindows, ...options });

/** Runs a program in the checkout to its end, quietly; if it fails, what it wrote is shown and a Refusal thrown. */
export async function run(name, file, args, options = {}) {
  const { code, output } = await outcomeOf(file, args, options);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Refusal(`${name} failed; what it wrote is above.`);
}

function outcomeOf(file, args, { env = process.env, shell = false }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }),
    );
  });
}
