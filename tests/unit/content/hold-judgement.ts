import { expect, it } from "vitest";
import { misjudged, seedsInTests } from "../../oracles/judged/misjudged";
import { lessonAt } from "./a-lesson";

/** Holds every exercise of these lessons to the judgement of answers: what is wrong is never told right, however rightly
 *  the parts before were typed, and what is right never wrong, from whichever figures it was worked. */
export function holdJudgement(folders: readonly string[]): void {
  for (const folder of folders) {
    const { exercises } = lessonAt("backpropagation", folder);
    it(`judges every answer to ${folder} rightly`, { timeout: 120_000 }, () => {
      const found = exercises.flatMap((exercise) => misjudged(exercise, seedsInTests));
      expect(found.slice(0, 20)).toEqual([]);
    });
  }
}
