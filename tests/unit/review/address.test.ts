import { expect, test } from "vitest";
import { safeNext } from "@/lib/auth/next-path";
import {
  insertNext,
  parseFinished,
  parseSitting,
  pathAfter,
  type Sitting,
  sittingPath,
} from "@/lib/review/address";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const item = (n: number) => ({ exerciseId: id(n), number: n });
const sitting = (at: number, ...items: number[]): Sitting => ({ items: items.map(item), at });

const parsed = (path: string) =>
  parseSitting(Object.fromEntries(new URL(path, "http://x").searchParams));

test("a sitting's address tells the sitting", () => {
  for (const one of [sitting(1, 7), sitting(2, 1, 2, 3, 4)]) {
    expect(parsed(sittingPath(one))).toEqual(one);
  }
});

test("an address that tells no sitting is none", () => {
  const good = `${id(1)}.1`;
  for (const params of [
    {},
    { exercises: good },
    { exercises: good, at: "0" },
    { exercises: good, at: "2" },
    { exercises: good, at: "one" },
    { exercises: "", at: "1" },
    { exercises: `${id(1)}.0`, at: "1" },
    { exercises: `${id(1)}.999999`, at: "1" },
    { exercises: "------------------------------------.1", at: "1" },
    { exercises: Array(9).fill(good).join("~"), at: "1" },
    { exercises: [good, good], at: "1" },
  ]) {
    expect(parseSitting(params), JSON.stringify(params)).toBeNull();
  }
});

test("from each exercise one goes to the next, and from the last to the end", () => {
  expect(parsed(pathAfter(sitting(1, 1, 2)))).toEqual(sitting(2, 1, 2));
  const end = new URL(pathAfter(sitting(2, 1, 2)), "http://x");
  expect(end.pathname).toBe("/review");
  expect(parseFinished(end.searchParams.get("finished"))).toEqual([1, 2].map(item));
  for (const strange of [null, "1", ["a"], `${id(1)}.0`]) {
    expect(parseFinished(strange), String(strange)).toEqual([]);
  }
});

test("a smaller exercise comes at once, and only once", () => {
  expect(insertNext(sitting(1, 1, 2, 3), item(9))).toEqual(sitting(2, 1, 9, 2, 3));
  expect(insertNext(sitting(1, 1, 2, 3), item(3))).toEqual(sitting(2, 1, 3, 2));
  expect(insertNext(sitting(3, 1, 2, 3), item(9))).toEqual(sitting(4, 1, 2, 3, 9));
});

test("however many are put in, the address stays short enough to come back to, and leads on", () => {
  let long = sitting(1, 1, 2, 3, 4);
  for (let n = 10; n < 30; n++) {
    long = insertNext(long, item(n));
    expect(long.items[long.at - 1]).toEqual(item(n));
    expect(long.items.length).toBeLessThanOrEqual(8);
    expect(long.items.slice(long.at)).toEqual([2, 3, 4].map(item));
    expect(parsed(sittingPath(long))).toEqual(long);
    const back = `${sittingPath(long)}#exercise-the-longest-name-of-all-exercises`;
    expect(back.length).toBeLessThan(500);
    expect(safeNext(back)).toBe(back);
  }
});
