import http from "node:http";
import path from "node:path";
import sirv from "sirv";
import { headersOfAll, headersOfFiles } from "../access/headers.mjs";
import { log } from "../log/log.mjs";
import { forgetTrouble, logConsole } from "../log/told.mjs";
import { listen } from "./address.mjs";
import { clientAddress, readTrustedProxies } from "./client-address.mjs";
import { root } from "./files.mjs";
import { answerBroken } from "./serving/broken-request.mjs";
import { answerDirectly } from "./serving/direct.mjs";
import { drainable } from "./serving/drain.mjs";
import { PackedResponse } from "./serving/packed-response.mjs";
import { lendPages } from "./serving/pages.mjs";
import { routesOfBuild } from "./serving/route-of.mjs";

/** How long requests under way are waited for when we stop, in ms. */
const GRACE = 10_000;

/** Serves the build in .next from this process; gives the function that stops it. */
export async function serveNext(address) {
  process.env.NODE_ENV = "production";
  const isProxy = readTrustedProxies();
  const inPage = await lendPages();
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: root, hostname: address.host, port: address.port });
  await app.prepare();
  logConsole();
  const handle = app.getRequestHandler();
  const serveStatic = staticFiles();
  const headers = headersOfAll();
  const ofFiles = headersOfFiles();
  const logged = requestLog();
  // Node would refuse a request without a host by itself, and with no header of ours.
  const options = { ServerResponse: PackedResponse, requireHostHeader: false };
  const server = http.createServer(options, (request, response) => {
    follow(response);
    // Next leaves a header as it is where it is there already.
    const own = request.url.startsWith("/files/") ? ofFiles : headers;
    for (const [name, value] of own) response.setHeader(name, value);
    if (!request.headers.host) return response.writeHead(400).end();
    // Next throws at it: a Request of the web cannot be one.
    if (request.method === "TRACE")
      return response.writeHead(405, { Allow: "GET, HEAD, POST" }).end();
    // Written over, so that the rest of the program can believe it.
    request.headers["x-forwarded-for"] = clientAddress(request, isProxy);
    serveStatic(request, response, () => {
      logged(request, response);
      answerDirectly(request, response, () => inPage(request, () => handle(request, response)));
    });
  });
  answerBroken(server, headers);
  const { follow, drain } = drainable(server);
  await listen(server, address);
  return async () => {
    await drain(GRACE);
    // What instrumentation.ts started.
    await globalThis.chainruleJobs?.stop();
    await app.close();
  };
}

/** Writes a line for each request once it is over. */
function requestLog() {
  const routeOf = routesOfBuild();
  return ({ method, url }, response) => {
    const begun = performance.now();
    response.on("close", () => {
      forgetTrouble(response.id);
      log("info", "request", {
        id: response.id,
        method,
        route: routeOf(url),
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(!response.writableFinished && { broken: true }),
      });
    });
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
