import { afterEach, beforeAll, expect, test } from "vitest";
import type { Policy } from "@/lib/assessment/terms/policy";
import { generatorFor } from "@/lib/exercise";
import { lesson, load, twice } from "../a-course";
import { useDatabase } from "../use-database";
import { post } from "./a-window";
import {
  anAssignment,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  folded,
  hour,
  kept,
  pageOf,
  rightOf,
  turnClock,
} from "./an-assignment";

useDatabase();

let sectionId = "";

beforeAll(async () => {
  process.env.CHECKS_PER_MINUTE = "10000";
  const hinted = twice.replace("<Variant", "<Hint cost={0.25}>Double it.</Hint>\n  <Variant");
  await load({ maths: { "01-one": lesson(hinted) } });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

/** Integers below `most`, the same for a seed. */
function dice(seed: string) {
  const generator = generatorFor(seed);
  return (most: number) => (generator.next() >>> 0) % most;
}

const late = { perDay: 0.2, floor: 0.3, graceMinutes: 0, takesLateDays: true };

const policies: readonly Partial<Policy>[] = [
  { attempts: null, credit: [1] },
  { attempts: 3, credit: [1, 0.7, 0.2], late },
  { attempts: 2, numbers: "new", credit: [1, 0.5], late },
  { attempts: null, numbers: "new", credit: [0.5, 1], late },
];

test.each([...policies.entries()])(
  "whatever a student does, and in however many windows, what is kept is what is stored comes to (policy %i)",
  async (n, policy) => {
    const roll = dice(`policy ${n}`);
    const ada = await aStudent(sectionId);
    const id = await anAssignment({ sectionId, policy, due: hour, closes: 100 * hour });
    await begins(ada, id);
    for (let step = 0; step < 25; step++) {
      const page = await pageOf(ada, id);
      const right = rightOf(page);
      const typed = () => ({
        ...(roll(2) ? { "r.two": roll(3) ? String(roll(9)) : right.two! } : {}),
        ...(roll(2) ? { "r.three": roll(3) ? String(roll(9)) : right.three! } : {}),
        ...(roll(8) === 0 ? { "r.three": "1 +" } : {}),
      });
      const acts = [
        () => post(ada, "submit", page.work, typed()),
        () => post(ada, "submit", page.work, { ...typed(), part: "two" }),
        () => post(ada, "hint", page.work, { taken: String(page.work.hints) }),
        () => post(ada, "draw", page.work),
        () => post(ada, "keepDrafts", page.work, { "r.two": "1", "known.two": "" }),
      ];
      const chosen = Array.from(
        { length: 1 + roll(3) },
        () => acts[[0, 0, 0, 1, 2, 3, 4][roll(7)]!]!,
      );
      await Promise.all(chosen.map((act) => act()));
      if (roll(4) === 0) await turnClock(step * 3 * hour);
      expect(await kept(ada, id), `step ${step}`).toEqual(await folded(ada, id));
    }
    const { attempts } = await kept(ada, id);
    expect(attempts).toBeGreaterThan(1);
    expect((await assignmentFor(ada, id)).phase).toBe("late");
  },
);
