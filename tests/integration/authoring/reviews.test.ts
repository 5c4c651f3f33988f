import { expect, test } from "vitest";
import { moveLesson, putLessonBack, removeLesson } from "@/lib/authoring/course/arrange";
import { addAuthor, setReviewed } from "@/lib/authoring/course/authors";
import { latestTree } from "@/lib/authoring/files/files";
import { putFile } from "@/lib/authoring/files/put-file";
import { publish } from "@/lib/authoring/publish/publish";
import { comparisonMark, listApprovers } from "@/lib/authoring/review/approval";
import { askReview } from "@/lib/authoring/review/ask-review";
import { approveReview, declineReview, withdrawReview } from "@/lib/authoring/review/decide-review";
import { findReview, listReviews } from "@/lib/authoring/review/reviews";
import { write } from "@/lib/authoring/text/writing";
import { findLesson } from "@/lib/catalogue/lesson";
import { db, pool } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import {
  aWrittenCourse,
  doChecks,
  publishChecked,
  writeFile,
  writeLesson,
} from "./a-written-course";

useDatabase();

async function aReviewedCourse() {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const email = `bo-${course.slug}@school.test`;
  const other = await db.user.create({ data: { name: "Bo", email, role: "instructor" } });
  await addAuthor({ course, actorId: userId }, { email, role: "co_author" });
  await setReviewed({ course, actorId: userId }, true);
  const path = await writeLesson(written, "As it was asked for.");
  const asking = { course, userId, note: "A lesson", paths: ["course.yaml", path] };
  await askReview(asking);
  const review = await newest(course.id);
  return { ...written, other: other.id, path, review, asking };
}

const newest = async (courseId: string) => (await listReviews(courseId)).waiting[0]!;

/** Approves what the page shows at this moment. */
async function approve(deciding: Parameters<typeof approveReview>[0]) {
  const review = (await findReview(deciding.course.id, deciding.id))!;
  return approveReview(deciding, comparisonMark(await latestTree(deciding.course.id), review));
}

type Reviewed = Awaited<ReturnType<typeof aReviewedCourse>>;

/** Has somebody write a line at the end of a lesson's text. */
async function typeLine({ course, path }: Pick<Reviewed, "course" | "path">, userId: string) {
  const file = await db.courseFile.findUniqueOrThrow({
    where: { courseId_path: { courseId: course.id, path } },
  });
  const line = `Line ${file.version}.`;
  const text = file.text!;
  const at = text.length;
  const change = [at, [0, line, ""]];
  const sent = { file: file.id, clientId: userId, version: file.version, change };
  expect(await write(course.id, userId, sent)).toMatchObject({ status: "news" });
}

/** Has somebody ask for the lesson as it is now. */
async function ask({ course, path }: Pick<Reviewed, "course" | "path">, userId: string) {
  await askReview({ course, userId, note: "Again", paths: [path] });
  return newest(course.id);
}

/** Has somebody approve, with the checks in between. */
async function publishReview(deciding: Parameters<typeof approveReview>[0]) {
  await approve(deciding);
  await doChecks(deciding.course.id);
  return approve(deciding);
}

test("nobody publishes alone where a course is reviewed, by whatever way", async () => {
  const { course, userId, other } = await aReviewedCourse();
  for (const one of [userId, other]) {
    expect(await publish({ course, userId: one, note: "Mine" })).toEqual({
      status: "needs-review",
    });
  }
});

test("another author’s approval publishes what was asked for, once it is checked, and nothing typed since", async () => {
  const { course, userId, other, path, review } = await aReviewedCourse();
  await writeFile(course.id, path, "---\ntitle: One\nsummary: Later.\n---\n\nTyped since.\n");
  const { id } = review;
  expect(await approve({ course, userId, id })).toEqual({ status: "not-yours" });
  expect(await approve({ course, userId: other, id })).toMatchObject({ status: "checking" });
  await doChecks(course.id);
  expect(await approve({ course, userId: other, id })).toEqual({
    status: "published",
    number: 1,
  });
  expect(await findLesson(course.slug, "one")).not.toBeNull();
  const { files, byId } = await db.courseVersion.findFirstOrThrow({
    where: { courseId: course.id },
  });
  expect(byId).toBe(userId);
  expect((files as Record<string, string>)[path]).toBe(review.files[path]);
  expect(await findReview(course.id, id)).toMatchObject({
    state: "published",
    decidedBy: { name: "Bo" },
  });
});

test("what is declined or withdrawn is decided once, and by those whose matter it is", async () => {
  const { course, userId, other, review, asking } = await aReviewedCourse();
  const { id } = review;
  expect(await declineReview({ course, userId, id }, "No.")).toBe(false);
  expect(await withdrawReview({ course, userId: other, id })).toBe(false);
  expect(await declineReview({ course, userId: other, id }, "The key is wrong.")).toBe(true);
  expect(await findReview(course.id, id)).toMatchObject({
    state: "declined",
    comment: "The key is wrong.",
  });
  expect(await withdrawReview({ course, userId, id })).toBe(false);
  expect(await approve({ course, userId: other, id })).toEqual({ status: "not-yours" });
  await askReview(asking);
  const again = await newest(course.id);
  expect(await withdrawReview({ course, userId, id: again.id })).toBe(true);
  expect(await approve({ course, userId: other, id: again.id })).toEqual({
    status: "not-yours",
  });
});

test("an older review does not undo what was published since it was asked for", async () => {
  const reviewed = await aReviewedCourse();
  const { course, userId, other, review: older } = reviewed;
  await typeLine(reviewed, userId);
  await askReview({ ...reviewed.asking, note: "Newer" });
  const newer = await newest(course.id);
  expect(await publishReview({ course, userId: other, id: newer.id })).toMatchObject({
    status: "published",
  });
  // Even where the page was looked at again.
  expect(await approve({ course, userId: other, id: older.id })).toEqual({ status: "outdated" });
  expect((await latestTree(course.id))[reviewed.path]).toBe(newer.files[reviewed.path]);
  expect(await db.courseVersion.count({ where: { courseId: course.id } })).toBe(1);
});

test("an approval counts for the comparison that was looked at, and no other", async () => {
  const { course, other, review } = await aReviewedCourse();
  const deciding = { course, userId: other, id: review.id };
  for (const seen of ["", comparisonMark({}, { files: { "course.yaml": null } })]) {
    expect(await approveReview(deciding, seen)).toEqual({ status: "outdated" });
  }
});

test("who alone wrote it since it was published does not approve it, whoever asked", async () => {
  const reviewed = await aReviewedCourse();
  const { course, userId, other, review } = reviewed;
  expect(await publishReview({ course, userId: other, id: review.id })).toMatchObject({
    status: "published",
  });
  // Bo writes, Ines asks: nobody is left until a third author comes.
  await typeLine(reviewed, other);
  const { id } = await ask(reviewed, userId);
  expect(await approve({ course, userId: other, id })).toEqual({ status: "wrote-it" });
  expect(await listApprovers(course.id, (await findReview(course.id, id))!)).toEqual([]);
  const email = `cy-${course.slug}@school.test`;
  const third = await db.user.create({ data: { name: "Cy", email, role: "instructor" } });
  await addAuthor({ course, actorId: userId }, { email, role: "co_author" });
  expect(await listApprovers(course.id, (await findReview(course.id, id))!)).toEqual(["Cy"]);
  expect(await publishReview({ course, userId: third.id, id })).toMatchObject({
    status: "published",
  });
});

test("of two who both wrote, one asks and the other approves", async () => {
  const reviewed = await aReviewedCourse();
  const { course, userId, other, review } = reviewed;
  await publishReview({ course, userId: other, id: review.id });
  await typeLine(reviewed, other);
  await typeLine(reviewed, userId);
  const { id } = await ask(reviewed, userId);
  expect(await listApprovers(course.id, (await findReview(course.id, id))!)).toEqual(["Bo"]);
  expect(await publishReview({ course, userId: other, id })).toMatchObject({ status: "published" });
});

test("what was published counts no more, and what was typed while it waited still does", async () => {
  const reviewed = await aReviewedCourse();
  const { course, userId, other, review } = reviewed;
  // Bo types after Ines has asked.
  await typeLine(reviewed, other);
  expect(await publishReview({ course, userId: other, id: review.id })).toMatchObject({
    status: "published",
  });
  const theirs = await ask(reviewed, userId);
  expect(theirs.writtenByIds).toEqual([other]);
  expect(await approve({ course, userId: other, id: theirs.id })).toEqual({ status: "wrote-it" });
  await withdrawReview({ course, userId, id: theirs.id });
  const own = await ask(reviewed, other);
  expect(await publishReview({ course, userId, id: own.id })).toMatchObject({
    status: "published",
  });
});

test("who took a lesson out, moved it or put a file beside it has a hand in it too", async () => {
  const reviewed = await aReviewedCourse();
  const { course, userId, other, path } = reviewed;
  await setReviewed({ course, actorId: userId }, false);
  await publishChecked({ course, userId, note: "All" });
  const [folder = ""] = path.split("/");
  const asked = async (paths: string[]) => {
    await askReview({ course, userId, note: "Asked", paths });
    return (await newest(course.id)).writtenByIds;
  };
  await removeLesson({ courseId: course.id, userId: other, folder });
  expect(await asked([path])).toEqual([other]);
  await putLessonBack({ courseId: course.id, userId: other, folder });
  await writeLesson(reviewed, "More.", "Two");
  await moveLesson({ courseId: course.id, userId: other, folder }, 1);
  // The other lesson, which is new, goes with the move.
  expect((await asked([path])).toSorted()).toEqual([other, userId].toSorted());
  const picture = "02-one/data.csv";
  await db.$transaction((tx) =>
    putFile(tx, { courseId: course.id, userId: other, path: picture, bytes: Buffer.from("a,b\n") }),
  );
  expect(await asked([picture])).toContain(other);
});

test("every review that waits is listed, however many came after it, and the decided come in pages", async () => {
  const { course, userId, review, asking } = await aReviewedCourse();
  for (let i = 0; i < 60; i++) await askReview({ ...asking, note: `Later ${i}` });
  const { waiting } = await listReviews(course.id);
  expect(waiting).toHaveLength(61);
  expect(waiting.at(-1)?.id).toBe(review.id);
  for (const { id } of waiting.slice(0, 60)) await withdrawReview({ course, userId, id });
  const last = await listReviews(course.id, 2);
  expect(last.waiting.map(({ id }) => id)).toEqual([review.id]);
  expect([last.decided.length, last.page, last.pages]).toEqual([10, 2, 2]);
  expect((await listReviews(course.id)).decided).toHaveLength(50);
});

/** Does something while another transaction holds what this statement locks, and gives back both once that has ended. */
async function whileHeld<A, B>(
  statement: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(statement);
    const one = first();
    await isWaiting();
    const two = second();
    await new Promise((settle) => setTimeout(settle, 300));
    await client.query("commit");
    return await Promise.all([one, two]);
  } finally {
    client.release();
  }
}

/** Until a statement waits for a lock. */
const isWaiting = () =>
  expect
    .poll(
      async () =>
        (
          await pool.query(
            "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
          )
        ).rowCount,
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);

test("of a withdrawal and an approval at once, the first decides", async () => {
  const { course, userId, other, review, asking } = await aReviewedCourse();
  const { id } = review;
  await approve({ course, userId: other, id });
  await doChecks(course.id);
  // The approval has begun, and has decided nothing yet.
  const [approved, withdrawn] = await whileHeld(
    "select pg_advisory_xact_lock(hashtext('load content'))",
    () => approve({ course, userId: other, id }),
    () => withdrawReview({ course, userId, id }),
  );
  expect([approved, withdrawn]).toEqual([{ status: "not-yours" }, true]);
  expect(await findReview(course.id, id)).toMatchObject({ state: "withdrawn" });
  expect(await db.courseVersion.count({ where: { courseId: course.id } })).toBe(0);
  // The approval has decided, and is still publishing.
  await askReview(asking);
  const again = await newest(course.id);
  const both = await whileHeld(
    "lock table course_version in share row exclusive mode",
    () => approve({ course, userId: other, id: again.id }),
    () => withdrawReview({ course, userId, id: again.id }),
  );
  expect(both).toEqual([{ status: "published", number: 1 }, false]);
  expect(await findReview(course.id, again.id)).toMatchObject({
    state: "published",
    decidedBy: { name: "Bo" },
  });
});
