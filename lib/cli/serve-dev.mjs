import { root } from "./files.mjs";
import { start } from "./run.mjs";

/** Runs `next dev`, and loads content/ anew when it changes; gives the function that stops both. */
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
  const lessons = watchLessons();
  return async () => {
    lessons.kill("SIGTERM");
    child.kill("SIGTERM");
    await closed;
  };
}

/** Loads the lessons when a file of theirs was saved, in a process of its own that lasts. */
function watchLessons() {
  const args = ["--import", "tsx", "--conditions=react-server", "lib/cli/watch-lessons.ts"];
  return start(process.execPath, args, { stdio: "inherit" });
}
