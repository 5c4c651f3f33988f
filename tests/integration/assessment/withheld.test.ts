import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { listOpenExercises } from "@/lib/assessment/sitting/open-work";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import { triesPerPart } from "@/lib/auth/allowed.mjs";
import { lesson, load, twice } from "../a-course";
import type { ALearner } from "../a-learner";
import { useDatabase } from "../use-database";
import { postGraded } from "./a-window";
import {
  anAssignment,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  pageOf,
  rightOf,
  turnClock,
} from "./an-assignment";

useDatabase();

let sectionId = "";

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(twice) } });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

/** Two students with one policy: one has sent what is right, the other what is wrong. */
async function rightAndWrong(policy: Partial<Policy>) {
  const id = await anAssignment({ sectionId, policy });
  const [right, wrong] = [await aStudent(sectionId), await aStudent(sectionId)];
  for (const one of [right, wrong]) await begins(one, id);
  await postGraded(right, id, "submit", fields(rightOf(await pageOf(right, id))));
  await postGraded(wrong, id, "submit", fields({ two: "0", three: "0" }));
  return { id, right, wrong };
}

const fields = (typed: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(typed).map(([part, text]) => [`r.${part}`, text]));

const withheld = (changed: Partial<Policy["shows"]> = {}) => ({
  ...startingPolicies.exam.shows,
  ...changed,
});

describe("where verdicts are withheld, right and wrong look the same", () => {
  const cardIn = async (learner: ALearner, id: string) => {
    const [one] = await listOpenExercises(learner, await assignmentFor(learner, id));
    const { help, standing, graded } = one!.card;
    return { offers: help.offers, standing, left: graded?.left, takes: graded?.takes };
  };

  test.each<[string, Partial<Policy["shows"]>]>([
    ["with nothing shown", {}],
    ["with hints after the last attempt", { hints: "after-attempts" }],
    ["with the solution after the last attempt", { solution: "after-attempts" }],
    ["with points after the last attempt", { score: "after-attempts" }],
    ["with hints at once", { hints: "at-once" }],
  ])("on the page, %s", async (_, changed) => {
    const { id, right, wrong } = await rightAndWrong({ attempts: 3, shows: withheld(changed) });
    expect(await cardIn(right, id)).toEqual(await cardIn(wrong, id));
  });

  test("in what comes back with a hint, or with a hint that there is not", async () => {
    const shows = withheld({ hints: "at-once" });
    const { id, right, wrong } = await rightAndWrong({ attempts: 3, shows });
    for (const taken of ["0", "999"]) {
      const [one, other] = [
        await postGraded(right, id, "hint", { taken }),
        await postGraded(wrong, id, "hint", { taken }),
      ];
      expect(one.status).toBe(200);
      expect(one.body.standing).toEqual(other.body.standing);
    }
  });

  test("in what comes back with the solution once it is due", async () => {
    const shows = withheld({ solution: "after-attempts" });
    const { id, right, wrong } = await rightAndWrong({ attempts: 1, shows });
    const { status, body } = await postGraded(right, id, "solution");
    expect(status).toBe(200);
    expect(body.standing).toEqual({ earned: 0, possible: 10 });
    expect((await postGraded(wrong, id, "solution")).body.standing).toEqual(body.standing);
  });

  test("in how often a part may be tried in a short while", async () => {
    const { id, right } = await rightAndWrong({ attempts: null, shows: withheld() });
    const truth = rightOf(await pageOf(right, id)).two!;
    const statuses: number[] = [];
    for (let i = 0; i <= triesPerPart(); i++) {
      const said = i % 2 === 0 ? "0" : truth;
      statuses.push((await postGraded(right, id, "submit", { "r.two": said })).status);
    }
    expect(statuses).toContain(429);
  });
});
