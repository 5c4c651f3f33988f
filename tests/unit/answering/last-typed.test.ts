import { describe, expect, test } from "vitest";
import { type AnswerRow, lastTyped } from "@/lib/answering/last-typed";
import type { PartResult } from "@/lib/exercise";

const wrong = (part: string) => ({ part, status: "graded", verdict: "wrong" }) as PartResult;

/** What was last sent to a part, and told wrong. */
const sent = (part: string, response: string): AnswerRow => ({
  part,
  response,
  result: wrong(part),
});

describe("what stands in the fields", () => {
  test("is what was last sent, with what came of it where anything was said of it", () => {
    const silent = { part: "b", response: "2", result: null };
    expect(lastTyped([sent("a", "1"), silent], [])).toEqual({
      responses: { a: "1", b: "2" },
      results: { a: wrong("a") },
      others: {},
    });
  });

  test("is the draft where there is one, without the verdict on another text", () => {
    const drafts = [
      { part: "a", response: "9", other: null },
      { part: "b", response: "2", other: "8" },
    ];
    const { responses, results, others } = lastTyped([sent("a", "1"), sent("b", "2")], drafts);
    expect(responses).toEqual({ a: "9", b: "2" });
    expect(Object.keys(results)).toEqual(["b"]);
    expect(others).toEqual({ b: "8" });
  });

  test("is nothing where nothing was sent and typed", () => {
    expect(lastTyped([], [])).toEqual({ responses: {}, results: {}, others: {} });
  });
});
