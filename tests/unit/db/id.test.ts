import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isId } from "@/lib/db/id";

test("a record's id is told from anything else an address may hold", () => {
  expect(isId(randomUUID())).toBe(true);
  for (const text of ["", "1", "undefined", "../x", `${randomUUID()} `, "\0", "' or 1=1"]) {
    expect(isId(text)).toBe(false);
  }
});
