import http from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headersOfAll } from "@/lib/access/headers.mjs";
import { answerBroken } from "@/lib/cli/serving/broken-request.mjs";

const server = http.createServer((_, response) => response.end());
answerBroken(server, headersOfAll({}));

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

/** What comes back on a connection on which just this is written. */
const answerTo = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
    socket.write(bytes);
  });

test.each([
  ["no HTTP at all", "\x16\x03\x01\r\n\r\n", "400 Bad Request"],
  ["an address that is no ASCII", "GET /é\u{1f600} HTTP/1.1\r\nHost: a\r\n\r\n", "400 Bad Request"],
  [
    "headers larger than any browser sends",
    `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${"a".repeat(30_000)}\r\n\r\n`,
    "431 Request Header Fields Too Large",
  ],
])(
  "a request that is %s is refused with the headers of every response",
  async (_, sent, status) => {
    const answer = await answerTo(sent);
    expect(answer.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
    expect(answer).toContain("X-Content-Type-Options: nosniff");
    expect(answer).toContain("X-Frame-Options: DENY");
    expect(answer.split("HTTP/1.1")).toHaveLength(2);
  },
);
