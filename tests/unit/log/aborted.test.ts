import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { isAborted } from "@/lib/log/aborted.mjs";
import { tellRequestError } from "@/lib/log/request-error";

/** What reading a request fails with whose browser goes away halfway. */
function closedHalfway(): Promise<Error> {
  return new Promise((settle, fail) => {
    const server = http.createServer((request) => {
      buffer(request)
        .then(() => fail(new Error("it was read to its end")), settle)
        .finally(() => server.close());
      tab.destroy();
    });
    let tab: net.Socket;
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      tab = net.connect(port, "127.0.0.1");
      tab.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    });
  });
}

const tell = (error: unknown) => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const request = { path: "/", method: "POST", headers: { "x-request-id": "A" } };
  tellRequestError(error, request, { routePath: "/" } as never);
  const lines = said.mock.calls.map(([line]) => String(line));
  said.mockRestore();
  return lines;
};

test("a tab that was closed while it sent is no error in the log, and neither is what fails because of it", async () => {
  const error = await closedHalfway();
  expect(isAborted(error)).toBe(true);
  expect(tell(error)).toEqual([]);
  expect(tell(new Error("failed to read the form", { cause: error }))).toEqual([]);
});

test("any other error is told, a connection that the database lost too", () => {
  const lost = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  expect(isAborted(lost)).toBe(false);
  expect(tell(lost)).toEqual([expect.stringContaining('"database":"away"')]);
  expect(tell(new Error("aborted"))).toEqual([expect.stringContaining("Something failed")]);
});
