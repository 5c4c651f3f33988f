import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { listen } from "./address.mjs";
import { root } from "./files.mjs";

/** How long requests under way are waited for when we stop. */
const GRACE = 5000;

/** Serves the build in .next from this process; gives the function that stops it. */
export async function serveNext(address) {
  process.env.NODE_ENV = "production";
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: root, hostname: address.host, port: address.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = http.createServer((request, response) => handle(request, response));
  await listen(server, address);
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await Promise.race([closed, wait(GRACE)]);
    server.closeAllConnections();
    await app.close();
  };
}
