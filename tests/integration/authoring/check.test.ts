import { expect, test, vi } from "vitest";
import {
  askCheck,
  checkIdOf,
  doCheck,
  findCheck,
  resumeChecks,
} from "@/lib/authoring/check/checks";
import { findLessonText } from "@/lib/authoring/check/lesson-text";
import { runCheck } from "@/lib/authoring/check/run-check";
import { db, pool } from "@/lib/db/client";
import { startJobs } from "@/lib/jobs/start-jobs";
import { copy, lesson } from "../a-course";
import { useDatabase } from "../use-database";
import { aWrittenCourse, writeFile, writeLesson } from "./a-written-course";

useDatabase();

const crossEntropy = `<Exercise id="ce" title="Cross-entropy">
  <Given name="p" value={probabilities(3, { step: 0.1 })} />
  <Numeric name="loss" label="L" answer={crossEntropy([1, 0, 0], p)} decimals={1} />
  <Variant givens={{ p: [0.8, 0.1, 0.1] }} key={{ loss: 2.3 }} />
</Exercise>`;

async function aDraft(body: string) {
  const written = await aWrittenCourse();
  const path = await writeLesson(written, body);
  const text = (await findLessonText(written.course.slug, path.split("/")[0] ?? ""))!;
  return { ...written, path, text };
}

const checked = async ({ course, userId, text }: Awaited<ReturnType<typeof aDraft>>) => {
  await askCheck({ courseId: course.id, userId }, text);
  await doCheck(checkIdOf(course.id, text));
  return findCheck(course.id, text);
};

test("a check that is asked for twice is done once, in the background, and is there until the text changes", async () => {
  const draft = await aDraft(copy);
  const { course, userId, path, text } = draft;
  await askCheck({ courseId: course.id, userId }, text);
  expect(await askCheck({ courseId: course.id, userId }, text)).toMatchObject({
    state: "checking",
  });
  const jobs = await pool.query("select 1 from graphile_worker.jobs");
  expect(jobs.rowCount).toBe(1);
  const stop = startJobs();
  await vi.waitFor(
    async () => expect(await findCheck(course.id, text)).toMatchObject({ state: "passed" }),
    { timeout: 60_000, interval: 200 },
  );
  await stop();
  const check = await findCheck(course.id, text);
  expect(check).toMatchObject({ done: 1, total: 1, report: { issues: [] } });
  expect(check?.report?.exercises[0]?.draws.fair).toBe(200);
  await writeFile(course.id, path, `${text.source}\nMore.\n`);
  const [folder = ""] = path.split("/");
  const now = (await findLessonText(course.slug, folder))!;
  expect(await findCheck(course.id, now)).toBeNull();
});

test("the seed’s second cross-entropy question, typed in as it stands, is refused with both values", async () => {
  const check = await checked(await aDraft(crossEntropy));
  expect(check?.state).toBe("failed");
  // −ln 0.8 = 0.22314, and −ln 0.1 = 2.30: the key was that of another class.
  expect(check?.report?.issues).toMatchObject([
    {
      line: 9,
      keys: {
        part: "loss",
        stated: "2.3",
        computed: "0.223144",
        givens: [{ name: "p", value: "vector([0.8, 0.1, 0.1])" }],
      },
    },
  ]);
});

test("a check whose process was killed is done by another, and one that is finished stays as it is", async () => {
  const draft = await aDraft(copy);
  const { course, userId, text } = draft;
  await askCheck({ courseId: course.id, userId }, text);
  const id = checkIdOf(course.id, text);
  await expect(doCheck(id, AbortSignal.timeout(1))).rejects.toThrow("stopped halfway");
  expect(await findCheck(course.id, text)).toMatchObject({ state: "checking" });
  await doCheck(id);
  const { movedAt } = await db.draftCheck.findUniqueOrThrow({ where: { id } });
  await doCheck(id);
  expect((await db.draftCheck.findUniqueOrThrow({ where: { id } })).movedAt).toEqual(movedAt);
});

test("a check that had no time to finish is done again when that is asked for; what it found out otherwise stays", async () => {
  const draft = await aDraft(copy);
  const { course, userId, text } = draft;
  const asking = { courseId: course.id, userId };
  const late = await runCheck({ ...text, onProgress: async () => {}, longest: 1 });
  expect(late.issues).toMatchObject([{ message: "checking what begins here takes too long" }]);
  await askCheck(asking, text);
  const id = checkIdOf(course.id, text);
  const report = JSON.stringify(late);
  await db.draftCheck.update({ where: { id }, data: { state: "failed", report } });
  expect(await askCheck(asking, text)).toMatchObject({ state: "failed" });
  expect(await askCheck({ ...asking, again: true }, text)).toMatchObject({
    state: "checking",
    report: null,
  });
  await doCheck(id);
  expect(await askCheck({ ...asking, again: true }, text)).toMatchObject({ state: "passed" });

  const wrong = await aDraft(crossEntropy);
  await checked(wrong);
  expect(
    await askCheck({ courseId: wrong.course.id, userId: wrong.userId, again: true }, wrong.text),
  ).toMatchObject({
    state: "failed",
  });
});

test("a link to a lesson that is added later is right from then on, and lessons that a text doesn’t name make no difference", async () => {
  const draft = await aDraft("Go to [two](two).");
  const { course, path } = draft;
  expect((await checked(draft))?.report?.issues).toMatchObject([
    { message: "this course has no lesson “two”" },
  ]);
  const textNow = async () => (await findLessonText(course.slug, path.split("/")[0] ?? ""))!;
  const before = checkIdOf(course.id, draft.text);
  await writeFile(course.id, "08-other/lesson.mdx", lesson("Words."));
  expect(checkIdOf(course.id, await textNow())).toBe(before);
  await writeFile(course.id, "09-two/lesson.mdx", lesson("Words."));
  expect((await checked({ ...draft, text: await textNow() }))?.state).toBe("passed");
});

test("authors take turns: one’s only check waits for one of another’s many, not for all", async () => {
  const order: string[] = [];
  const many = await aWrittenCourse();
  const few = await aWrittenCourse();
  const ask = async ({ course, userId }: typeof many, source: string) => {
    const names = { skills: [], terms: [], lessons: [] };
    const text = { source, names, files: {} };
    await askCheck({ courseId: course.id, userId }, text);
    return [checkIdOf(course.id, text), source] as const;
  };
  const named = new Map([
    await ask(many, "many 1"),
    await ask(many, "many 2"),
    await ask(many, "many 3"),
    await ask(few, "few 1"),
    await ask(few, "few 2"),
  ]);
  // Those that wait are taken up again each minute, and keep their place.
  await db.draftCheck.updateMany({ where: { state: "checking" }, data: { movedAt: new Date(0) } });
  await resumeChecks();
  const stop = startJobs({
    "check lesson": async (told) => {
      order.push(named.get((told as { checkId: string }).checkId) ?? "another");
    },
  });
  await vi.waitFor(() => expect(order.filter((one) => one !== "another")).toHaveLength(5), {
    timeout: 15_000,
  });
  await stop();
  expect(order.filter((one) => one !== "another")).toEqual([
    "many 1",
    "few 1",
    "many 2",
    "few 2",
    "many 3",
  ]);
});
