import { spawn } from "node:child_process";

/** Runs the command that lib/db/embedded.ts gave for ending its server; nothing where there is none. */
export function stopDatabase(stop) {
  if (!stop) return Promise.resolve();
  return new Promise((resolve) => {
    const child = spawn(stop.file, stop.args, { ...stop.account, cwd: "/", stdio: "ignore" });
    child.on("error", resolve);
    child.on("exit", resolve);
  });
}
