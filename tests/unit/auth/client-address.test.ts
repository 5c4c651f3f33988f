import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { networkOf } from "@/lib/auth/network";
import { clientAddress, readTrustedProxies } from "@/lib/cli/client-address.mjs";

/** Where a request seems to come from that came in from `peer`, and says it was forwarded for `said`. */
function seen(trusted: string | undefined, peer: string, said?: string): string {
  const headers = said === undefined ? {} : { "x-forwarded-for": said };
  const request = { headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
  return clientAddress(request, readTrustedProxies(trusted ?? ""));
}

test("what a request says of its address counts for nothing where no proxy is named", () => {
  expect(seen("", "198.51.100.7")).toBe("198.51.100.7");
  expect(seen("", "198.51.100.7", "1.1.1.1")).toBe("198.51.100.7");
  expect(seen("", "::ffff:198.51.100.7", "1.1.1.1, 2.2.2.2")).toBe("198.51.100.7");
});

test("what a named proxy says counts, and what came before it does not", () => {
  const trusted = "10.0.0.0/8, 2001:db8::7";
  expect(seen(trusted, "10.1.2.3", "198.51.100.7")).toBe("198.51.100.7");
  expect(seen(trusted, "::ffff:10.1.2.3", "1.1.1.1, 198.51.100.7")).toBe("198.51.100.7");
  expect(seen(trusted, "2001:db8::7", "1.1.1.1, 198.51.100.7, 10.9.9.9")).toBe("198.51.100.7");
  expect(seen(trusted, "2001:db8::8", "1.1.1.1")).toBe("2001:db8::8");
  expect(seen(trusted, "203.0.113.5", "10.0.0.1")).toBe("203.0.113.5");
});

test("a proxy that says nothing, or nonsense, is believed as far as it goes", () => {
  expect(seen("10.0.0.1", "10.0.0.1")).toBe("10.0.0.1");
  expect(seen("10.0.0.1", "10.0.0.1", "unknown")).toBe("unknown");
  expect(seen("10.0.0.1", "10.0.0.1", " , ,")).toBe("10.0.0.1");
});

test("so many proxies in a row may be named by their number", () => {
  expect(seen("1", "203.0.113.5", "1.1.1.1, 198.51.100.7")).toBe("198.51.100.7");
  expect(seen("2", "203.0.113.5", "1.1.1.1, 198.51.100.7, 203.0.113.9")).toBe("198.51.100.7");
  expect(seen("0", "203.0.113.5", "1.1.1.1")).toBe("203.0.113.5");
});

test.each(["proxy.school.org", "10.0.0.0/33", "10.0.0.0/8; 1.1.1.1", "-1", "10.1/16", "1 2"])(
  "TRUSTED_PROXIES=%s is refused in one sentence",
  (said) => {
    expect(() => readTrustedProxies(said)).toThrow(
      /^TRUSTED_PROXIES must be addresses and networks/,
    );
  },
);

test("the addresses of one IPv6 network are one place, and those of IPv4 each their own", () => {
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:db8:1:2:ffff::9"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  expect(networkOf("::ffff:10.0.0.1")).toBe("10.0.0.1");
  expect(networkOf("10.0.0.1")).not.toBe(networkOf("10.0.0.2"));
  expect(networkOf("unknown")).toBe("unknown");
});
