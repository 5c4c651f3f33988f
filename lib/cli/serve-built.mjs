import http from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sirv from "sirv";
import { headersOfAll } from "../access/headers.mjs";
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
  const serveStatic = staticFiles();
  const headers = headersOfAll();
  const server = http.createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    // Next throws at it: a Request of the web cannot be one.
    if (request.method === "TRACE")
      return response.writeHead(405, { Allow: "GET, HEAD, POST" }).end();
    serveStatic(request, response, () => handle(request, response));
  });
  await listen(server, address);
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await Promise.race([closed, wait(GRACE)]);
    server.closeAllConnections();
    await app.close();
  };
}

/** Next's own scripts and styles, as the build compressed them; their names change with their content. */
function staticFiles() {
  const files = sirv(path.join(root, ".next/static"), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
  });
  const base = "/_next/static";
  return (request, response, next) => {
    if (!request.url.startsWith(`${base}/`)) return next();
    const { url } = request;
    request.url = url.slice(base.length);
    files(request, response, () => {
      request.url = url;
      next();
    });
  };
}
