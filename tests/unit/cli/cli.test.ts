import { expect, test } from "vitest";
import { readAddress } from "@/lib/cli/address.mjs";
import { playwrightCounts, vitestCounts } from "@/lib/cli/counts.mjs";
import { isInstalled } from "@/lib/cli/packages.mjs";
import { refuseNode } from "@/lib/cli/require-node.mjs";

test("Node 20.19 and later will do, earlier ones will not", () => {
  expect(["20.19.0", "20.20.2", "22.0.0"].map(refuseNode)).toEqual([null, null, null]);
  expect(refuseNode("20.18.3")).toMatch(/needs Node 20.19 or later, and this is Node 20.18.3/);
});

test("serves this machine alone on port 3000 unless told otherwise", () => {
  expect(readAddress({})).toEqual({ host: "127.0.0.1", port: 3000 });
  expect(readAddress({ PORT: "8080", HOST: "0.0.0.0" })).toEqual({ host: "0.0.0.0", port: 8080 });
  expect(() => readAddress({ PORT: "http" })).toThrow(
    "PORT must be a number from 1 to 65535, and it is http.",
  );
});

test("packages are installed when every needed one is there at the lock's version", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/mac": { version: "1.0.0", optional: true },
      "node_modules/tester": { version: "1.0.0", dev: true },
    },
  };
  const here = { packages: { "node_modules/a": { version: "1.0.0" } } };
  const old = { packages: { "node_modules/a": { version: "0.9.0" } } };
  expect(isInstalled(lock, here, { tests: false })).toBe(true);
  expect(isInstalled(lock, here, { tests: true })).toBe(false);
  expect(isInstalled(lock, old, { tests: false })).toBe(false);
});

test("a test file that could not be loaded counts as one failed", () => {
  const loaded = {
    status: "failed",
    assertionResults: [{ status: "failed" }, { status: "passed" }],
  };
  const broken = { status: "failed", assertionResults: [] };
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [loaded, broken] };
  expect(vitestCounts(report)).toEqual({ passed: 1, failed: 2 });
});

test("an end-to-end run that could not begin counts as failed", () => {
  const stats = { expected: 0, flaky: 0, unexpected: 0 };
  expect(playwrightCounts({ stats, errors: [{ message: "the product did not start" }] })).toEqual({
    passed: 0,
    failed: 1,
  });
});
