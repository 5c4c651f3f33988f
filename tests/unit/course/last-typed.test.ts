import { describe, expect, test } from "vitest";
import { lastTyped, type SubmissionRow } from "@/lib/course/last-typed";

/** A submission that asked for these parts and was told all of them wrong. */
const sent = (
  responses: Record<string, string>,
  asked = Object.keys(responses),
): SubmissionRow => ({
  asked,
  responses,
  result: {
    status: "graded",
    parts: asked.map((part) => ({ part, status: "graded", verdict: "wrong" })),
  },
});

describe("what stands in the fields", () => {
  test("is what was last sent to each part that was asked for", () => {
    const { responses, results } = lastTyped(
      [sent({ a: "1", b: "2" }), sent({ a: "3", b: "" }, ["a"])],
      [],
    );
    expect(responses).toEqual({ a: "3", b: "2" });
    expect(Object.keys(results).sort()).toEqual(["a", "b"]);
  });

  test("is the draft where there is one, without the verdict on another text", () => {
    const drafts = [
      { part: "a", response: "9", other: null },
      { part: "b", response: "2", other: "8" },
    ];
    const { responses, results, others } = lastTyped([sent({ a: "1", b: "2" })], drafts);
    expect(responses).toEqual({ a: "9", b: "2" });
    expect(Object.keys(results)).toEqual(["b"]);
    expect(others).toEqual({ b: "8" });
  });

  test("has no verdict where a later answer could not be read beside another part", () => {
    const unreadable = {
      asked: ["a", "b"],
      responses: { a: "4", b: "x" },
      result: { status: "unreadable", parts: [{ part: "b", status: "unreadable", message: "x" }] },
    };
    const { results } = lastTyped([sent({ a: "1", b: "2" }), unreadable], []);
    expect(results).toEqual({ b: { part: "b", status: "unreadable", message: "x" } });
  });

  test("is nothing where nothing was sent and typed", () => {
    expect(lastTyped([], [])).toEqual({ responses: {}, results: {}, others: {} });
  });
});
