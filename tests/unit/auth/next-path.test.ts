import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "@/lib/auth/next-path";

const site = "https://chainrule.school";

test.each([
  "/",
  "/progress",
  "/courses/backpropagation/a?x=1&y=2#part",
  "/a/b//c",
  "/search?to=https://evil.test",
  "/@evil.test",
])("a page of this site is where one goes on: %s", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  "",
  "progress",
  "https://evil.test",
  "https:evil.test",
  "//evil.test",
  "///evil.test",
  "////evil.test",
  "/\\evil.test",
  "\\/evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "/\r\\evil.test",
  "\t//evil.test",
  " //evil.test",
  "/..//evil.test",
  "/./\\evil.test",
  "/a/..//evil.test",
  "/%2e%2e//evil.test",
  "//this.invalid//evil.test",
  "//user@evil.test",
  "//[::1]",
  "javascript:alert(1)",
  "data:text/html,x",
])("what leads away, or nowhere, leads home: %j", (path) => {
  expect(safeNext(path)).toBe("/");
});

test.each([undefined, null, 1, {}, ["/progress"]])("what is no text leads home: %j", (next) => {
  expect(safeNext(next)).toBe("/");
});

test("nothing leads to another site, nor breaks out of a header", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "\t",
    "\n",
    "\r",
    "@",
    ":",
    "?",
    "#",
    "%2f",
    "evil.test",
    "this.invalid",
    "é",
    "\0",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = safeNext(`/${pieces.join("")}`);
      expect(new URL(path, `${site}/sign-in`).origin).toBe(site);
      expect(path).toMatch(/^\/(?![/\\])[\x20-\x7e]*$/);
      expect(safeNext(path)).toBe(path);
    }),
    { numRuns: 2_000 },
  );
});
