import { beforeAll, expect, test } from "vitest";
import { listWrongAnswers, type WrongPart } from "@/lib/cohort/item/wrong-answers";
import { exerciseNamed, lesson, load } from "../../a-course";
import { answer } from "../../a-learner";
import { useDatabase } from "../../use-database";
import { aSection } from "./a-section";

useDatabase();

const loss = `<Exercise id="loss" title="A loss">
  <Given name="p" value={0.8} />
  <Numeric name="l" label="$L$" answer={-log(p)} tolerance={0.001} />
  <Numeric name="twice" label="$2L$" answer={2 * l} tolerance={0.001} />
  <Misconception when={{ l: 0.5 }}>A half is not $L$.</Misconception>
</Exercise>`;

// −ln 0.8 = 0.2231, −log₁₀ 0.8 = 0.0969.
const right = { l: "0.2231", twice: "0.4463" };
let parts: WrongPart[];

beforeAll(async () => {
  await load({ course: { "01-a": lesson(loss) } });
  const { sectionId, enrol } = await aSection();
  const send = async (name: string, ...all: Record<string, string>[]) => {
    const learner = await enrol(name);
    for (const typed of all) await answer(learner, { ...right, ...typed }, { slug: "loss" });
  };
  await send("Ada");
  await send("Bob", { l: "0.0969" });
  await send("Cleo", { l: "0.09691" }, { l: "0.0969" }, { l: "0.5" });
  await send("Dan", { l: "77" }, { l: "78" });
  await send("Eve", { l: "0.1", twice: "0.2" });
  (await await enrol("Removed", { removedAt: new Date() })) satisfies object;
  parts = await listWrongAnswers({ sectionId, exerciseId: (await exerciseNamed("loss")).id });
});

const shown = (part: WrongPart | undefined) =>
  part?.mistakes.map(({ what, students, times, named, example }) => ({
    what,
    students,
    times,
    named: named.map(({ name, times: often }) => `${name} ${often}`),
    typed: example.typed,
  }));

test("a part's wrong answers stand by the mistake they come from, what most students did first, the unknown last", () => {
  expect(parts[0]).toMatchObject({ name: "l", label: "$L$", others: 0 });
  expect(shown(parts[0])).toEqual([
    {
      what: ["logarithm to base 10"],
      students: 2,
      times: 3,
      named: ["Cleo 2", "Bob 1"],
      typed: "0.0969",
    },
    { what: ["A half is not $L$."], students: 1, times: 1, named: ["Cleo 1"], typed: "0.5" },
    { what: [], students: 2, times: 3, named: ["Dan 2", "Eve 1"], typed: "0.1" },
  ]);
  expect(parts[0]?.mistakes[0]?.example).toMatchObject({ kind: "numeric", right: "0.223144" });
});

test("what is right from a student's own earlier answer is not wrong, nor what an outsider sent", () => {
  // Eve's 0.2 is twice her 0.1.
  expect(parts).toHaveLength(1);
  expect(parts[0]?.mistakes.flatMap(({ named }) => named)).not.toContainEqual(
    expect.objectContaining({ name: "Removed" }),
  );
});
