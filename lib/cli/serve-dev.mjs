import { root } from "./files.mjs";
import { start } from "./run.mjs";

/** Runs `next dev`; gives the function that stops it. */
export async function serveNext({ host, port }) {
  const args = [
    "node_modules/next/dist/bin/next",
    "dev",
    "--port",
    String(port),
    "--hostname",
    host,
  ];
  const child = start(process.execPath, args, { cwd: root, stdio: "inherit" });
  const closed = new Promise((resolve) => child.on("close", resolve));
  closed.then(() => process.kill(process.pid, "SIGTERM"));
  return async () => {
    child.kill("SIGTERM");
    await closed;
  };
}
