import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { recordSubmission } from "@/lib/answering/submit";
import type { Work } from "@/lib/answering/work";
import { db } from "@/lib/db/client";
import { lesson, load } from "../a-course";
import {
  aLearner,
  foldedScore,
  formOf,
  keptScore,
  recorded,
  submissionsOf,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const exercise = `<Exercise id="mixed" title="Mixed">
  <Given name="a" value={integer(10, 99999)} />
  <Numeric name="n" label="$a$" answer={a} tolerance={0.001} points={0.1} />
  <Matrix name="m" label="a row" answer={matrix([[a, 2, 3]])} points={0.7} />
  <Choice name="which" label="Which?"><Option correct>this</Option><Option>that</Option></Choice>
</Exercise>`;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(exercise) } });
});

/** What a learner does next: take new numbers, or send something to some parts of one of the pages seen so far. */
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ type: "draw" } as const) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("send" as const),
      page: fc.nat(5),
      twice: fc.boolean(),
      asked: fc.subarray(["n", "m", "which"]),
      n: fc.constantFrom("right", "0", "1", "none"),
      m: fc.constantFrom("right", "1 2 3", "0 2 0", "1 2\n3"),
      which: fc.constantFrom("right", "a", "b", "z"),
    }),
  },
);

function typedOf({ numbers }: Work, answers: { n: string; m: string; which: string }) {
  const a = String(numbers.key.n);
  const { correct } = numbers.key.which as { correct: string[] };
  return {
    n: answers.n === "right" ? a : answers.n,
    m: answers.m === "right" ? `${a} 2 3` : answers.m,
    which: answers.which === "right" ? correct.join() : answers.which,
  };
}

test("whatever learners do, the kept score and standings are what the stored submissions come to", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const learner = await aLearner();
      const pages = [await workOf(learner, "mixed")];
      for (const one of steps) {
        const latest = pages.at(-1)!;
        if (one.type === "draw") {
          await drawNext(learner, latest.version.id, latest.number);
          pages.push(await workOf(learner, "mixed"));
          continue;
        }
        const page = pages[one.page % pages.length]!;
        const form = { ...formOf(page, typedOf(page, one)), asked: one.asked };
        const sent = [form, ...(one.twice ? [form] : [])];
        const replies = await Promise.all(sent.map((each) => recordSubmission(learner, each)));
        for (const reply of replies) expect(recorded(reply)).toEqual(recorded(replies[0]!));
      }
      await expectScoresToFold(learner);
    }),
    { numRuns: 40 },
  );
});

async function expectScoresToFold(learner: Awaited<ReturnType<typeof aLearner>>) {
  const kept = await keptScore(learner, "mixed");
  expect(kept).toEqual(await foldedScore(learner, "mixed"));
  const graded = (await submissionsOf(learner)).filter(({ status }) => status === "graded");
  expect(kept?.attempts ?? 0).toBe(graded.length);
  for (const variant of await db.variant.findMany({ where: { userId: learner.userId } })) {
    expect(variant.revision).toBe(
      graded.filter(({ variantId }) => variantId === variant.id).length,
    );
  }
}

test("answers sent all at once to several variants add up to the same", async () => {
  const learner = await aLearner();
  const pages = [await workOf(learner, "mixed")];
  const first = typedOf(pages[0]!, { n: "0", m: "0 2 0", which: "right" });
  recorded(await recordSubmission(learner, formOf(pages[0]!, first)));
  for (const number of [1, 2, 3]) {
    await drawNext(learner, pages[0]!.version.id, number);
    pages.push(await workOf(learner, "mixed"));
  }
  const forms = Array.from({ length: 40 }, (_, i) => {
    const page = pages[i % pages.length]!;
    const n = i % 7 === 0 ? "right" : String(i);
    return formOf(page, typedOf(page, { n, m: i % 5 ? "0 2 0" : "right", which: "right" }));
  });
  await Promise.all(forms.map((form) => recordSubmission(learner, form)));
  await expectScoresToFold(learner);
  expect(await keptScore(learner, "mixed")).toMatchObject({ attempts: 41 });
});
