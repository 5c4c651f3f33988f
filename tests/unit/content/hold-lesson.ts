import { expect, it } from "vitest";
import type { Lesson } from "@/lib/content";
import type { Oracle } from "../../oracles/answers";
import { faultsBy } from "../../oracles/holds";
import { expectIsolated } from "./a-diagnosis";
import { expectWhole } from "./a-whole-lesson";

/** What is held of every lesson: that it is whole, that the oracle's answers are its keys, and that each exercise which
 *  isolates a mistake tells it. */
export function holdLesson(lesson: Lesson, oracle: Oracle, seeds: readonly string[]): void {
  it("is a whole lesson", () => expectWhole(lesson));

  it(`has keys that the test's own arithmetic comes to, for ${seeds.length} seeds`, () => {
    expect(faultsBy(oracle, lesson.exercises, seeds)).toEqual([]);
  }, 60_000);

  it.each(lesson.exercises.filter(({ isolates }) => isolates.length > 0))(
    "$id tells the mistakes that it isolates",
    (exercise) => expectIsolated(exercise, seeds),
    60_000,
  );
}
