import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll } from "vitest";
import { GET, POST } from "@/app/api/write/[course]/route";
import { startJobs } from "@/lib/jobs/start-jobs";

/** Serves the door of programs on a port of its own for the tests of a file, and does the jobs that are asked for there: gives
 *  its address. */
export function useWritingServer(): () => string {
  let url = "";
  const server = createServer(async (request, response) => {
    const course = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    const { method = "GET", headers } = request;
    const body = method === "POST" ? Uint8Array.from(await buffer(request)) : undefined;
    const asked = new Request(`${url}${request.url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(body && { body }),
    });
    const answer = await (method === "POST" ? POST : GET)(asked, {
      params: Promise.resolve({ course }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  let stopJobs: () => Promise<void> = async () => {};
  beforeAll(async () => {
    stopJobs = startJobs();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await stopJobs();
  });
  return () => url;
}
