import { describe, expect, it } from "vitest";
import { isFinished, isRight, leadFrom, type Way } from "@/lib/content/exercise-card/way";

const stop = (versionId: string, open = true) => ({ versionId, href: `#${versionId}`, open });
const end = { href: "#end", words: "Finish the lesson" };
const way: Way = { stops: [stop("a"), stop("b", false), stop("c"), stop("d")], end };
const leads = (from: string, done: string[] = [], along: Way = way) =>
  leadFrom(along, from, new Set(done)).href;

describe("the way on from an exercise", () => {
  it("leads to the next one that has something left to do", () => {
    expect(leads("a")).toBe("#c");
  });

  it("passes by what was finished since the page came", () => {
    expect(leads("a", ["a", "c"])).toBe("#d");
  });

  it("leads from the last one to the end, whatever was skipped before it", () => {
    expect(leads("d", ["d"])).toBe("#end");
    expect(leads("a", ["c", "d"])).toBe("#end");
  });

  it("comes back to what was skipped where it wraps, and never to the exercise itself", () => {
    expect(leads("c", ["d"], { ...way, wraps: true })).toBe("#a");
    expect(leads("c", ["a", "d"], { ...way, wraps: true })).toBe("#end");
  });

  it("leads from an exercise that stands alone to the end", () => {
    expect(leads("x", [], { stops: [], end })).toBe("#end");
  });
});

describe("an exercise", () => {
  const right = { status: "graded", verdict: "right" };
  const wrong = { status: "graded", verdict: "wrong" };
  const graded = {
    assigned: "1",
    takes: true,
    tells: true,
    renews: false,
    numbered: false,
    scores: true,
    left: { one: 2, two: 0 },
  };
  const parts = ["one", "two"];

  it("is right when the last answer to each part is", () => {
    expect(isRight({ parts, results: { one: right, two: right } })).toBe(true);
    expect(isRight({ parts, results: { one: right, two: wrong } })).toBe(false);
    expect(isRight({ parts, results: { one: right } })).toBe(false);
  });

  it("is finished when what is not right has no attempt left, or has a verdict to come", () => {
    expect(isFinished({ parts, results: { one: right, two: wrong } })).toBe(false);
    expect(isFinished({ parts, results: { one: right, two: wrong }, graded })).toBe(true);
    expect(isFinished({ parts, results: { one: wrong, two: right }, graded })).toBe(false);
    expect(isFinished({ parts, results: { one: { status: "saved" }, two: right } })).toBe(true);
  });
});
