import { describe, expect, test } from "vitest";
import { surenessOf } from "@/lib/progress/sureness";

const right = { first: 1, best: 1 };
const mended = { first: 0, best: 1 };
const wrong = { first: 0, best: 0 };
const of = (count: number, ...scores: { first: number; best: number }[]) =>
  surenessOf([...scores, ...Array<null>(count - scores.length).fill(null)]);

describe("how sure a learner is of a skill", () => {
  test("is not tried where nothing is answered, or there is nothing to answer", () => {
    expect(of(3)).toEqual({ share: 0, level: "untried", tried: 0, of: 3 });
    expect(of(0)).toEqual({ share: 0, level: "untried", tried: 0, of: 0 });
  });

  test("is the mean of first try and best where all is answered", () => {
    expect(of(2, right, mended)).toMatchObject({ share: 0.75, level: "sure" });
    expect(of(1, mended)).toMatchObject({ share: 0.5, level: "getting-there" });
    expect(of(2, mended, wrong)).toMatchObject({ share: 0.25, level: "needs-work" });
  });

  test("grows with the exercises answered, and is whole with all of a few or five of many", () => {
    expect(of(12, right)).toMatchObject({ share: 0.2, level: "needs-work", tried: 1, of: 12 });
    expect(of(12, right, right, right)).toMatchObject({ share: 0.6, level: "getting-there" });
    expect(of(12, right, right, right, right)).toMatchObject({ share: 0.8, level: "sure" });
    expect(of(12, right, right, right, right, right)).toMatchObject({ share: 1, level: "sure" });
    expect(of(3, right, right)).toMatchObject({ share: 2 / 3, level: "getting-there" });
    expect(of(3, right, right, right)).toMatchObject({ share: 1, level: "sure" });
  });

  test("is no less when the course gets another lesson, once five are answered", () => {
    const five = [right, right, right, mended, right];
    expect(of(50, ...five).share).toBe(of(5, ...five).share);
  });

  test("reads no worse the more percent there are, however few exercises they come from", () => {
    const order = ["needs-work", "getting-there", "sure"];
    const some = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1].flatMap((best) =>
      [1, 2, 3, 4, 5].map((count) =>
        of(8, ...Array.from({ length: count }, () => ({ first: best, best }))),
      ),
    );
    const levels = some
      .toSorted((a, b) => a.share - b.share)
      .map(({ level }) => order.indexOf(level));
    expect(levels).toEqual(levels.toSorted());
    expect(of(12, wrong)).toMatchObject({ share: 0, level: "needs-work" });
  });

  test("never falls when an answer gets better", () => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    const shares = steps.map((best) => of(4, right, { first: 0, best }).share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});
