import { describe, expect, test } from "vitest";
import { frameAncestors, headersOfAll, headersOfFiles } from "@/lib/access/headers.mjs";
import { newNonce, pagePolicy } from "@/lib/access/page-policy";
import { videoAddress } from "@/lib/ui/video-url";

const sent = (env: Record<string, string>) => new Map(headersOfAll(env));

describe("who may frame our pages", () => {
  test("is nobody, unless FRAME_ANCESTORS names them", () => {
    expect(sent({}).get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(sent({}).get("X-Frame-Options")).toBe("DENY");
    expect(sent({ FRAME_ANCESTORS: " \n" }).get("X-Frame-Options")).toBe("DENY");
  });

  test("are the origins named, and nothing contradicts it", () => {
    const named = sent({ FRAME_ANCESTORS: "https://learn.school.org  https://*.campus.edu:8443" });
    expect(named.get("Content-Security-Policy")).toMatch(
      /; frame-ancestors https:\/\/learn\.school\.org https:\/\/\*\.campus\.edu:8443$/,
    );
    expect(named.has("X-Frame-Options")).toBe(false);
  });

  test.each([
    "*",
    "https:",
    "learn.school.org",
    "https://school.org/path",
    "https://a.org;script-src",
    "'none' https://a.org",
    "https://a.org, https://b.org",
    "javascript:alert(1)",
    "https://*",
  ])("is said to be no origin before anything starts: %j", (value) => {
    expect(() => frameAncestors({ FRAME_ANCESTORS: value })).toThrow(
      /is not an origin: name them like/,
    );
  });
});

test("nothing runs in what stands beside a lesson, wherever it is opened; all else is as for other answers", () => {
  const [files, all] = [new Map(headersOfFiles({})), sent({})];
  expect(files.get("Content-Security-Policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  );
  expect(files.get("X-Content-Type-Options")).toBe("nosniff");
  expect([...files.keys()]).toEqual([...all.keys()]);
});

test("browsers are told to keep to https where the address is https, and only there", () => {
  const secure = sent({ NEXTAUTH_URL: "https://chainrule.school.org" });
  expect(secure.get("Strict-Transport-Security")).toBe("max-age=31536000");
  for (const url of ["http://localhost:3000", ""]) {
    expect(sent({ NEXTAUTH_URL: url }).has("Strict-Transport-Security")).toBe(false);
  }
});

describe("the policy of a page", () => {
  const directives = (policy: string) =>
    new Map(
      policy.split("; ").map((one) => [one.slice(0, one.indexOf(" ")), one.split(" ").slice(1)]),
    );

  test("runs the scripts with its nonce, and no text as a script", () => {
    const scripts = directives(pagePolicy("abc")).get("script-src");
    expect(scripts).toEqual(["'nonce-abc'", "'strict-dynamic'"]);
  });

  test("frames just the players that a lesson's video can be played by", () => {
    const frames = directives(pagePolicy("abc")).get("frame-src");
    const players = ["https://youtu.be/aircAruvnKk", "https://vimeo.com/76979871"].map((url) => {
      const address = videoAddress(url);
      return address.status === "embed" ? new URL(address.src).origin : address.message;
    });
    expect(frames?.toSorted()).toEqual(players.toSorted());
  });

  test("has a nonce that nobody has seen", () => {
    const nonces = Array.from({ length: 1000 }, newNonce);
    expect(new Set(nonces).size).toBe(1000);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});
