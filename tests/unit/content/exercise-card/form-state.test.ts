import { describe, expect, test } from "vitest";
import { judged, type SubmissionState } from "@/lib/content/exercise-card/form-state";
import type { PublicPart } from "@/lib/content/exercise-card/public-result";

const waiting: SubmissionState = {
  submission: "first",
  responses: {},
  generations: {},
  results: {},
  others: {},
  standing: { earned: 0, possible: 2 },
  busy: true,
  unreadable: null,
  told: null,
  said: "",
};

const graded = (part: string, verdict: "right" | "wrong"): PublicPart => ({
  part,
  status: "graded",
  verdict,
  earned: verdict === "right" ? 1 : 0,
  possible: 1,
  feedback: [],
});

/** The form after a reply to 1 in `a` and 2 in `b`. */
const replied = (parts: PublicPart[], changed: readonly string[]) =>
  judged(
    waiting,
    {
      result: { status: parts.some(isUnreadable) ? "unreadable" : "graded", parts },
      standing: { earned: 1, possible: 2 },
      open: [],
      next: "second",
    },
    { sent: { a: "1", b: "2" }, changed, total: 2 },
  );

const isUnreadable = ({ status }: PublicPart) => status === "unreadable";

describe("what a screen reader is told of a result", () => {
  test("counts the answers that stand", () => {
    expect(replied([graded("a", "right"), graded("b", "wrong")], []).said).toBe(
      "1 of 2 answers are right.",
    );
  });

  test("says nothing of an answer that was changed while it was checked", () => {
    expect(replied([graded("a", "wrong"), graded("b", "right")], ["a"]).said).toBe("Right.");
    expect(replied([graded("a", "wrong")], ["a"]).said).toBe("");
    const unreadable: PublicPart = { part: "a", status: "unreadable", message: "?" };
    expect(replied([unreadable], ["a"]).said).toBe("");
    expect(replied([unreadable], ["a"]).told?.text).toMatch(/hasn’t been marked yet/);
  });
});
