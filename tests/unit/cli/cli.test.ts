import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readAddress } from "@/lib/cli/address.mjs";
import { countsOf, playwrightCounts, vitestCounts } from "@/lib/cli/counts.mjs";
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
    "PORT must be a number from 1 to 65535, but it is http.",
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

test("a test file that could not be loaded counts as one failed, and what failed is told by name", () => {
  const loaded = {
    name: "a.test.ts",
    status: "failed",
    assertionResults: [
      { status: "failed", fullName: "adds" },
      { status: "passed", fullName: "takes away" },
    ],
  };
  const broken = {
    name: "b.test.ts",
    status: "failed",
    assertionResults: [],
    message: "no such file",
  };
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [loaded, broken] };
  expect(vitestCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    told: ["a.test.ts: adds", "b.test.ts: no such file"],
  });
});

test("an end-to-end run that could not begin counts as failed", () => {
  const stats = { expected: 0, flaky: 0, unexpected: 0 };
  const errors = [{ message: "the product did not start" }];
  expect(playwrightCounts({ stats, errors, suites: [] })).toMatchObject({ passed: 0, failed: 1 });
});

test("a browser test that passed at the second try has passed, and is told", () => {
  const spec = (title: string, status: string) => ({
    title,
    file: "a.spec.ts",
    tests: [{ status }],
  });
  const suites = [
    { specs: [spec("opens", "expected")], suites: [{ specs: [spec("closes", "flaky")] }] },
    { specs: [spec("locks", "unexpected")] },
  ];
  const stats = { expected: 1, flaky: 1, unexpected: 1 };
  expect(playwrightCounts({ stats, errors: [], suites })).toEqual({
    passed: 2,
    failed: 1,
    told: ["a.spec.ts: closes (passed when tried again)", "a.spec.ts: locks"],
  });
});

test("a stage that ended badly though no test failed counts as one failed, and says so", () => {
  const report = path.join(mkdtempSync(path.join(tmpdir(), "counts-")), "report.json");
  writeFileSync(report, JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [] }));
  expect(countsOf({ code: 1, report, read: vitestCounts, lastLines: "out of memory" })).toEqual({
    passed: 3,
    failed: 1,
    told: ["ended with code 1 though no test failed:", "out of memory"],
  });
});
