import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Drafting } from "@/lib/content/exercise-card/drafting";
import { aStore } from "./a-store";

let asked: URLSearchParams[];
let answer: () => Promise<Response>;
const kept = (others = {}) => Promise.resolve(Response.json({ others }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", aStore());
  asked = [];
  answer = () => kept();
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    asked.push(new URLSearchParams(body));
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const listener = { onOthers: vi.fn(), onRefused: vi.fn() };

/** A window with an exercise of two parts. */
const aWindow = (owner: "guest-1" | "account-1", changed = {}) =>
  new Drafting(
    {
      owner,
      versionId: "f00d",
      number: 1,
      mark: "0000000000000001",
      submission: "s",
      back: "/lesson#exercise",
      parts: ["a", "b"],
      responses: {},
      ...changed,
    },
    listener,
  );

const nobody = () => false;
const standing = { earned: 0, possible: 2 };

describe("two windows of a guest", () => {
  test("that type to two parts keep both", () => {
    const [one, two] = [aWindow("guest-1"), aWindow("guest-1")];
    one.typed("a", "1");
    two.typed("b", "2");
    expect(one.takeOver(null, nobody).responses).toEqual({ b: "2" });
    expect(two.takeOver(null, nobody).responses).toEqual({ a: "1" });
    expect(aWindow("guest-1").recover({}).responses).toEqual({ a: "1", b: "2" });
  });

  test("that type to one part are told of each other, and a reload tells it again", () => {
    const [one, two] = [aWindow("guest-1"), aWindow("guest-1")];
    expect(one.typed("a", "1")).toBeUndefined();
    expect(two.typed("a", "2")).toBe("1");
    expect(two.typed("a", "25")).toBe("1");
    const later = aWindow("guest-1");
    expect(later.recover({})).toEqual({ responses: { a: "25" }, others: { a: "1" } });
    later.settle("a", "25", "1");
    expect(aWindow("guest-1").recover({})).toEqual({ responses: { a: "25" }, others: {} });
  });

  test("take a verdict over with what was judged, and its draft is over", () => {
    const [one, two] = [aWindow("guest-1"), aWindow("guest-1")];
    one.typed("a", "1");
    one.texts.know("a", "1");
    one.judged("a", "1");
    const newest = { responses: { a: "1" }, results: {}, others: {}, standing };
    expect(two.takeOver(newest, nobody).responses).toEqual({ a: "1" });
    expect(aWindow("guest-1", { responses: { a: "1" } }).recover({}).responses).toEqual({});
  });
});

test("a judged answer that the draft did not know of is offered beside it", () => {
  aWindow("guest-1").typed("a", "1");
  const { responses, others } = aWindow("guest-1", { responses: { a: "14" } }).recover({});
  expect({ responses, others }).toEqual({ responses: { a: "1" }, others: { a: "14" } });
});

test("what was typed before the scripts ran takes nothing from a draft", () => {
  aWindow("guest-1").typed("a", "1");
  const { responses, others } = aWindow("guest-1").recover({ a: "2" });
  expect({ responses, others }).toEqual({ responses: { a: "2" }, others: { a: "1" } });
});

test("a browser that can keep nothing loses nothing in an open page", () => {
  vi.stubGlobal("localStorage", undefined);
  const one = aWindow("guest-1");
  one.typed("a", "1");
  const newest = { responses: {}, results: {}, others: {}, standing };
  expect(one.takeOver(newest, nobody).responses).toEqual({});
});

describe("what was typed to other numbers", () => {
  test("is offered once the page has new ones, to the same person", () => {
    aWindow("account-1").typed("a", "1");
    const changed = { mark: "0000000000000002" };
    expect(aWindow("account-1", changed).recover({}).others).toEqual({ a: "1" });
    expect(aWindow("account-1", { ...changed, number: 2 }).recover({}).others).toEqual({});
    expect(aWindow("account-1", { ...changed, back: "/b" }).recover({}).others).toEqual({});
    expect(aWindow("guest-1", { ...changed, owner: "guest-2" }).recover({}).others).toEqual({});
  });

  test("stays there until it is chosen or left", async () => {
    answer = () =>
      asked.at(-1)?.get("numbers") === "0000000000000001"
        ? Promise.resolve(Response.json({ message: "changed" }, { status: 409 }))
        : kept();
    aWindow("account-1").typed("a", "1");
    const now = aWindow("account-1", { mark: "0000000000000002" });
    now.recover({});
    now.typed("a", "2");
    await vi.advanceTimersByTimeAsync(800);
    const mark = "0000000000000002";
    expect(aWindow("account-1", { mark }).recover({}).others).toEqual({ a: "1" });
    now.settle("a", "2", "1");
    expect(aWindow("account-1", { mark }).recover({}).others).toEqual({});
  });
});

describe("an account's drafts", () => {
  test("go to the server a moment after, with what the window knows, and then leave the browser", async () => {
    const one = aWindow("account-1", { responses: { a: "0" } });
    for (const text of ["1", "14"]) one.typed("a", text);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(800);
    expect(asked.map((form) => [form.getAll("r.a"), form.getAll("known.a")])).toEqual([
      [["14"], ["0"]],
    ]);
    one.typed("a", "145");
    await vi.advanceTimersByTimeAsync(800);
    expect(asked[1]?.getAll("known.a")).toEqual(["0", "14"]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test("stay in the browser while the server cannot be reached, and go there at the next try", async () => {
    answer = () => Promise.reject(new Error("offline"));
    const one = aWindow("account-1");
    one.typed("a", "1");
    await vi.advanceTimersByTimeAsync(800);
    expect(aWindow("account-1").recover({}).responses).toEqual({ a: "1" });
    answer = () => kept();
    one.saver.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.at(-1)?.get("r.a")).toBe("1");
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test("wait while an answer is on its way to be checked", async () => {
    const one = aWindow("account-1");
    await one.saver.hold();
    one.typed("a", "1");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(0);
    one.saver.release();
    await vi.advanceTimersByTimeAsync(800);
    expect(asked).toHaveLength(1);
  });

  test("that the server does not have yet are not replaced by what it says", () => {
    const one = aWindow("account-1");
    one.typed("a", "1");
    const unkept = one.saver.busyParts();
    const newest = { responses: { a: "0", b: "2" }, results: {}, others: {}, standing };
    const isOurs = (part: string) => unkept.has(part);
    expect(one.takeOver(newest, isOurs).responses).toEqual({ b: "2" });
  });
});

test("of a guest the server hears once that the numbers are in use, and no text", async () => {
  const one = aWindow("guest-1");
  for (const text of ["1", "14", "145"]) {
    one.typed("a", text);
    await vi.advanceTimersByTimeAsync(800);
  }
  expect(asked).toHaveLength(1);
  expect([...(asked[0]?.keys() ?? [])]).not.toContain("r.a");
  expect(aWindow("guest-1").recover({}).responses).toEqual({ a: "145" });
});
