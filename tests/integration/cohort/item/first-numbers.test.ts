import { beforeAll, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { listFirstNumbers } from "@/lib/cohort/item/first-numbers";
import { db } from "@/lib/db/client";
import { exerciseNamed, lesson, load } from "../../a-course";
import { answer, workOf } from "../../a-learner";
import { useDatabase } from "../../use-database";
import { aSection } from "./a-section";

useDatabase();

// z is 8.5, so that p is 0.9998: dz is a little below 0 where y is 1, and nearly 1 where it is 0.
const signs = `<Exercise id="signs" title="Signs">
  <Given name="net" value={network([2, 1], { activation: "sigmoid", loss: "binary-cross-entropy", W: [[[1, -2]]], b: [[0.5]] })} />
  <Given name="x" value={vector([2, -3])} />
  <Given name="y" value={pick(0, 1)} />
  <Given name="pass" value={backprop(net, x, y)} />
  <Numeric name="dz" label="$dz$" answer={pass.dz[1]} significant={3} />
  <Matrix name="dW" label="$dW$" answer={dz * T(x)} significant={3} points={2} />
  <Choice name="sign" label="Its sign">
    <Option>Positive</Option>
    <Option correct>Neither</Option>
  </Choice>
</Exercise>`;

let place: { sectionId: string; exerciseId: string };
let y: unknown;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(signs) } });
  const { sectionId, enrol } = await aSection();
  place = { sectionId, exerciseId: (await exerciseNamed("signs")).id };
  const ada = await enrol("Ada");
  const { numbers } = await workOf(ada, "signs");
  y = numbers.givens.y;
  await answer(ada, { dz: String(numbers.key.dz), dW: "0 0" }, { slug: "signs" });
  await answer(await enrol("Removed", { removedAt: new Date() }), { dz: "0" }, { slug: "signs" });
});

test("of a student's first numbers, those come that are alone, and of matrices whether an entry is negative", async () => {
  expect(await listFirstNumbers(place)).toEqual([
    {
      key: { dz: expect.closeTo(y === 1 ? -0.0002 : 0.9998, 4), dW: true, sign: null },
      givens: { net: null, x: true, y, pass: null, "pass.p": expect.closeTo(0.9998, 4) },
      right: false,
      partsRight: { dz: true, dW: false },
    },
  ]);
});

test("they stay the first ones when new numbers are answered, and how the first try went", async () => {
  const before = await listFirstNumbers(place);
  const [ada] = await db.user.findMany({ where: { name: "Ada" } });
  const learner = { userId: ada!.id, seedKey: `user:${ada!.id}`, viewer: null };
  const { version, number } = await workOf(learner, "signs");
  await answer(learner, { dz: "3", dW: "" }, { slug: "signs" });
  await drawNext(learner, version.id, number);
  const { numbers } = await workOf(learner, "signs");
  await answer(learner, { dz: String(numbers.key.dz) }, { slug: "signs" });
  expect(await listFirstNumbers(place)).toEqual(before);
});
