import http from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PackedResponse } from "@/lib/cli/serving/packed-response.mjs";

let port: number;
let handle: (response: http.ServerResponse & { flush: () => void }) => void;

const server = http.createServer({ ServerResponse: PackedResponse }, (_, response) =>
  handle(response),
);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

const page = "<p>Each weight has its share of the blame.</p>".repeat(200);

function answerWith(headers: Record<string, string>, body: string | Buffer = page) {
  handle = (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  };
}

const ask = (accepted?: string, method = "GET") =>
  new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
    http
      .request({ port, method, headers }, async (response) => {
        resolve({ headers: response.headers, body: Buffer.concat(await response.toArray()) });
      })
      .on("error", reject)
      .end();
  });

const html = { "Content-Type": "text/html; charset=utf-8" };

test("a page is in brotli for whoever takes it, and caches are told that there are others", async () => {
  answerWith({ ...html, Vary: "rsc" });
  const { headers, body } = await ask("gzip, deflate, br, zstd");
  expect([headers["content-encoding"], headers.vary]).toEqual(["br", "rsc, Accept-Encoding"]);
  expect(String(brotliDecompressSync(body))).toBe(page);
});

test("in gzip for whoever takes no brotli", async () => {
  answerWith({ ...html, "Content-Length": String(page.length) });
  const { headers, body } = await ask("gzip, br;q=0");
  expect([headers["content-encoding"], headers["content-length"]]).toEqual(["gzip", undefined]);
  expect(String(gunzipSync(body))).toBe(page);
});

test("as it is for whoever takes neither", async () => {
  answerWith(html);
  const { headers, body } = await ask();
  expect([headers["content-encoding"], headers.vary]).toEqual([undefined, "Accept-Encoding"]);
  expect(String(body)).toBe(page);
});

describe("left as it is", () => {
  test.each<[string, Record<string, string>, (string | Buffer)?]>([
    ["what is short", html, "<p>Hello</p>"],
    ["what has been packed", { ...html, "Content-Encoding": "gzip" }],
    ["what must not be", { ...html, "Cache-Control": "no-transform" }],
    ["events, which must not wait", { "Content-Type": "text/event-stream" }],
    ["what is no text", { "Content-Type": "font/woff2" }],
  ])("%s", async (_, headers, body = page) => {
    answerWith(headers, body);
    const reply = await ask("br");
    expect(reply.headers["content-encoding"]).toBe(headers["Content-Encoding"]);
    expect(String(reply.body)).toBe(String(body));
  });

  test("the head of a page alone", async () => {
    answerWith(html);
    const { headers, body } = await ask("br", "HEAD");
    expect([headers["content-encoding"], body.length]).toEqual([undefined, 0]);
  });

  test("our words for a failure", async () => {
    handle = (response) => {
      response.statusCode = 500;
      response.setHeader("Content-Type", "text/html");
      response.write(page);
      response.end();
    };
    const { headers, body } = await ask("br");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(String(body)).toMatch(/Something broke|can’t/);
  });
});

test("a part of a page is there as soon as it was flushed, and its head cannot be changed any more", async () => {
  let finish = () => {};
  let wasOut = false;
  handle = (response) => {
    response.setHeader("Content-Type", "text/html");
    response.write("<p>First</p>");
    wasOut = response.headersSent;
    response.flush();
    finish = () => response.end("<p>Last</p>");
  };
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const headers = { "accept-encoding": "br" };
    http.get({ port, headers }, (response) => {
      response.once("data", () => finish());
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", resolve);
    });
  });
  expect(wasOut).toBe(true);
  expect(String(brotliDecompressSync(Buffer.concat(chunks)))).toBe("<p>First</p><p>Last</p>");
});

test("whoever writes faster than it goes out waits, and all of it arrives", async () => {
  const chunk = Buffer.from(Array.from({ length: 10_000 }, () => Math.random()).join(""));
  let count = 0;
  handle = (response) => {
    response.setHeader("Content-Type", "text/plain");
    const more = (): void => {
      while (count < 5) {
        count += 1;
        if (!response.write(chunk)) {
          response.once("drain", more);
          return;
        }
      }
      response.end();
    };
    more();
  };
  const { body } = await ask("br");
  expect(brotliDecompressSync(body)).toHaveLength(5 * chunk.length);
});
