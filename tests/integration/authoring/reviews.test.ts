import { expect, test } from "vitest";
import { addAuthor, setReviewed } from "@/lib/authoring/authors";
import { publish } from "@/lib/authoring/publish";
import {
  approveReview,
  askReview,
  declineReview,
  findReview,
  listReviews,
  withdrawReview,
} from "@/lib/authoring/reviews";
import { findLesson } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { aWrittenCourse, doChecks, writeFile, writeLesson } from "./a-written-course";

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
  const [review] = await listReviews(course.id);
  return { ...written, other: other.id, path, review: review!, asking };
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
  expect(await approveReview({ course, userId, id })).toEqual({ status: "not-yours" });
  expect(await approveReview({ course, userId: other, id })).toMatchObject({ status: "checking" });
  await doChecks(course.id);
  expect(await approveReview({ course, userId: other, id })).toEqual({
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
  expect(await approveReview({ course, userId: other, id })).toEqual({ status: "not-yours" });
  await askReview(asking);
  const [again] = await listReviews(course.id);
  expect(await withdrawReview({ course, userId, id: again!.id })).toBe(true);
  expect(await approveReview({ course, userId: other, id: again!.id })).toEqual({
    status: "not-yours",
  });
});
