import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PackedResponse } from "@/lib/cli/serving/packed-response.mjs";
import { forgetTrouble, noteTrouble } from "@/lib/log/told.mjs";

let origin: string;
let handle: (request: http.IncomingMessage, response: http.ServerResponse) => void;

const server = http.createServer({ ServerResponse: PackedResponse }, (request, response) =>
  handle(request, response),
);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** As Next ends a request that it gave up on. */
const giveUp: typeof handle = (_, response) => {
  response.writeHead(500, { "Content-Type": "text/plain" });
  response.write("Internal ");
  response.end("Server Error");
};

const browser = { accept: "text/html,application/xhtml+xml" };

test("a page that failed is answered in our words, with the number of its request and no scripts", async () => {
  handle = giveUp;
  const response = await fetch(`${origin}/courses/"><b>`, { headers: browser });
  const html = await response.text();
  expect(response.status).toBe(500);
  expect(html).toContain("Something broke on our side");
  expect(html).toContain(response.headers.get("x-request-id"));
  expect(html).not.toMatch(/Internal|<script|"><b>/);
  expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src/);
});

test("trying again leads to the address that failed, also where it looks like another site's", async () => {
  handle = giveUp;
  const response = await fetch(`${origin}//elsewhere.test/`, { headers: browser });
  const [, href = "none"] = /<a href="([^"]*)">Try again/.exec(await response.text()) ?? [];
  expect(new URL(href, response.url).href).toBe(`${origin}//elsewhere.test/`);
});

test("an answer that failed is told in JSON, and for the database's trouble with 503", async () => {
  handle = (request, response) => {
    const id = String(request.headers["x-request-id"]);
    noteTrouble(id, "full");
    response.on("close", () => forgetTrouble(id));
    giveUp(request, response);
  };
  const response = await fetch(`${origin}/api/submissions`, {
    method: "POST",
    headers: { accept: "application/json" },
  });
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("10");
  const { message, requestId } = await response.json();
  expect(message).toContain("run out of room");
  expect(message).toContain("This was not kept");
  expect(requestId).toBe(response.headers.get("x-request-id"));
});

test("a number that the sender made up is not taken for the request's", async () => {
  handle = (request, response) => response.end(request.headers["x-request-id"]);
  const response = await fetch(origin, { headers: { "x-request-id": "mine" } });
  const id = await response.text();
  expect(id).toMatch(/^[0-9A-Z]{10}$/);
  expect(response.headers.get("x-request-id")).toBe(id);
});

test("an answer that did not fail, or that Next's own scripts asked for, is passed on as it is", async () => {
  handle = (_, response) => response.writeHead(503).end("mine");
  expect(await (await fetch(origin, { headers: browser })).text()).toBe("mine");
  handle = giveUp;
  const action = await fetch(origin, { method: "POST", headers: { "next-action": "x" } });
  expect(await action.text()).toBe("Internal Server Error");
});

test("a failed page keeps to who may frame it", async () => {
  handle = (request, response) => {
    response.setHeader(
      "Content-Security-Policy",
      "script-src 'x'; frame-ancestors https://lms.test",
    );
    giveUp(request, response);
  };
  const { headers } = await fetch(origin, { headers: browser });
  expect(headers.get("content-security-policy")).toMatch(/; frame-ancestors https:\/\/lms\.test$/);
});
