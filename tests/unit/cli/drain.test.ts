import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { drainable } from "@/lib/cli/serving/drain.mjs";

test("a server that stops answers what it was asked, and cuts event streams, which have no end", async () => {
  let finish = () => {};
  const server = http.createServer((request, response) => {
    follow(response);
    if (request.url === "/events") {
      response.setHeader("Content-Type", "text/event-stream; charset=utf-8");
      response.write("event: state\n\n");
    } else {
      response.write("half ");
      finish = () => response.end("whole");
    }
  });
  const { follow, drain } = drainable(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [events, answer] = await Promise.all([fetch(`${origin}/events`), fetch(origin)]);
  const stopped = drain(60_000);
  await expect(events.text()).rejects.toThrow();
  finish();
  expect(await answer.text()).toBe("half whole");
  await stopped;
});
