import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPlatforms } from "@/lib/cli/mend-lock.mjs";

test("package-lock.json names every platform's packages, so that npm ci works on a fresh machine", () => {
  expect(missingPlatforms(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual({});
});

test("a package left out of the lock is written back with the platform its name says", () => {
  const tool = {
    optionalDependencies: { "@tool/cli-linux-x64-musl": "1.2.3", "@tool/cli-win32-arm64": "1.2.3" },
  };
  const lock = {
    packages: {
      "node_modules/tool": { dev: true, ...tool },
      "node_modules/@tool/cli-win32-arm64": {},
    },
  };
  expect(missingPlatforms(lock)).toEqual({
    "node_modules/@tool/cli-linux-x64-musl": {
      version: "1.2.3",
      cpu: ["x64"],
      libc: ["musl"],
      os: ["linux"],
      dev: true,
      optional: true,
    },
  });
});
