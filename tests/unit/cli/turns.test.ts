import { expect, test } from "vitest";
import { Turns } from "@/lib/cli/author/turns";

test("threads take each exercise once, and who has no lesson left helps with another’s", () => {
  const one = Turns.of(2);
  const other = new Turns(one.shared);
  const taken: string[] = [];
  const [mine, theirs] = [one.lessons(), other.lessons()].map((lessons) =>
    lessons[Symbol.iterator](),
  );
  const first = mine!.next().value;
  const second = theirs!.next().value;
  expect([first, second]).toEqual([0, 1]);
  for (const place of other.exercises(1, 2)) taken.push(`1: ${place}`);
  const begun = one.exercises(0, 4)[Symbol.iterator]();
  taken.push(`0: ${begun.next().value}`);
  expect(theirs!.next().value).toBe(0);
  for (const place of other.exercises(0, 4)) taken.push(`0: ${place}`);
  expect(begun.next().done).toBe(true);
  expect(taken).toEqual(["1: 0", "1: 1", "0: 0", "0: 1", "0: 2", "0: 3"]);
  expect([mine!.next().done, theirs!.next().done]).toEqual([true, true]);
});
