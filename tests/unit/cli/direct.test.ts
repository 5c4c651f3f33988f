import http from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { answerDirectly } from "@/lib/cli/serving/direct.mjs";
import { PackedResponse } from "@/lib/cli/serving/packed-response.mjs";

let origin: string;

const server = http.createServer({ ServerResponse: PackedResponse }, (request, response) =>
  answerDirectly(request, response, () => response.end("Next")),
);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());
afterEach(() => {
  globalThis.chainruleRoutes = undefined;
});

const answerWith = (route: (request: Request) => Promise<Response>) => {
  globalThis.chainruleRoutes = { "POST /api/submissions": route };
};

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/submissions`, { method: "POST", body, headers, redirect: "manual" });

test("the route gets the form, its headers and the host it was sent to", async () => {
  answerWith(async (request) =>
    Response.json([
      await request.text(),
      request.headers.get("cookie"),
      request.headers.get("host"),
    ]),
  );
  const reply = await post("a=1&b=ü", { cookie: "guest=me" });
  expect(await reply.json()).toEqual(["a=1&b=ü", "guest=me", new URL(origin).host]);
  expect(reply.headers.get("x-request-id")).toMatch(/^[0-9A-Z]{10}$/);
});

test("a form without scripts is led back", async () => {
  answerWith(async () => new Response(null, { status: 303, headers: { Location: "/here" } }));
  const reply = await post("a=1");
  expect([reply.status, reply.headers.get("location")]).toEqual([303, "/here"]);
});

test("a long reply is packed for whoever unpacks it", async () => {
  answerWith(async () => Response.json({ html: "x".repeat(5_000) }));
  const packed = await new Promise<Buffer>((resolve) => {
    const headers = { "accept-encoding": "gzip", "content-length": "0" };
    http
      .request(`${origin}/api/submissions`, { method: "POST", headers }, async (response) =>
        resolve(Buffer.concat(await response.toArray())),
      )
      .end();
  });
  expect(JSON.parse(String(gunzipSync(packed))).html).toHaveLength(5_000);
});

test("a failure is told in our words", async () => {
  answerWith(async () => new Response(null, { status: 500 }));
  const reply = await post("a=1", { accept: "application/json" });
  expect(reply.status).toBe(500);
  expect((await reply.json()).message).toContain("send it again");
});

test("all else is Next's", async () => {
  answerWith(async () => new Response("ours"));
  expect(await (await fetch(`${origin}/api/submissions`)).text()).toBe("Next");
  expect(await (await fetch(`${origin}/api/hints`, { method: "POST", body: "a" })).text()).toBe(
    "Next",
  );
  expect(await (await post("x".repeat(64_001))).text()).toBe("Next");
});
