import { expect, test } from "vitest";
import { lessonWork } from "@/app/courses/[course]/[lesson]/lesson-work";
import { recordSubmission } from "@/lib/answering/submit";
import { listChoices } from "@/lib/assessment/setting/choices";
import { findLesson } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { copy, lesson, load, twice } from "../a-course";
import { aLearner, answer, formOf } from "../a-learner";
import {
  anAssignment,
  answers,
  aSectionOf,
  aStudent,
  kept,
  pageOf,
  rightOf,
} from "../assessment/an-assignment";
import { useDatabase } from "../use-database";

useDatabase();

/** Who has come here for the first time. */
const stranger = { userId: null, viewer: null, seedKey: "guest:new" };

const retired = twice.replace("<Exercise", "<Exercise retired");
const withTwice = (text: string) =>
  load({ course: { "01-one": lesson(`## Here\n\n${text}\n\n${copy}`) } });

const shownTo = async (learner: Parameters<typeof lessonWork>[0]) => {
  const open = await findLesson("course", "one");
  const { bySlug, sections, works } = await lessonWork(learner, open!);
  return { slugs: [...bySlug.keys()].toSorted(), sections, works };
};

test("a retired exercise stays with whoever has begun it, score and answers too, and is there for nobody else", async () => {
  await withTwice(twice);
  const [begun, other] = [await aLearner(), await aLearner("Ben")];
  await answer(begun, { two: "14", three: "0" });
  const before = await db.score.findFirstOrThrow({ where: { userId: begun.userId } });
  const { id } = await db.exercise.findFirstOrThrow({ where: { slug: "twice" } });

  await withTwice(retired);
  for (const learner of [other, stranger]) {
    const { slugs, sections } = await shownTo(learner);
    expect(slugs).toEqual(["copy"]);
    expect(sections[0]?.exercises).toEqual(["copy"]);
  }
  const mine = await shownTo(begun);
  expect(mine.slugs).toEqual(["copy", "twice"]);
  expect(mine.works.get(id)?.responses).toEqual({ two: "14", three: "0" });
  expect(await db.score.findFirst({ where: { userId: begun.userId } })).toEqual(before);

  await recordSubmission(begun, formOf(mine.works.get(id)!, { two: "14", three: "21" }));
  const after = await db.score.findFirstOrThrow({ where: { userId: begun.userId } });
  expect(after).toMatchObject({ first: before.first, best: 1 });
});

test("an assignment keeps an exercise that is retired, for students who begin it later too", async () => {
  await withTwice(twice);
  const sectionId = await aSectionOf("twice");
  const student = await aStudent(sectionId);
  const assignment = await anAssignment({ sectionId });
  await withTwice(retired);
  await answers(student, assignment, rightOf(await pageOf(student, assignment)));
  expect(await kept(student, assignment)).toMatchObject({ share: 1, attempts: 1 });
});

test("a retired exercise is not offered for assignments, and comes back when it is not retired any more", async () => {
  await withTwice(retired);
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: "course" } });
  const { id } = await db.section.create({ data: { name: "S", courseId } });
  const offered = async () =>
    (await listChoices(id))?.flatMap(({ exercises }) => exercises.map(({ title }) => title));
  expect(await offered()).toEqual(["The same"]);
  await withTwice(twice);
  expect(await offered()).toEqual(["Twice and thrice", "The same"]);
  expect((await shownTo(await aLearner())).slugs).toEqual(["copy", "twice"]);
});
