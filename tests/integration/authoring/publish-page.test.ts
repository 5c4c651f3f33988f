import { expect, test, vi } from "vitest";
import ChangesPage from "@/app/write/[course]/changes/page";
import { restoreVersion } from "@/app/write/[course]/history/[version]/actions";
import HistoryPage from "@/app/write/[course]/history/page";
import WriteCoursePage from "@/app/write/[course]/page";
import { publishCourse } from "@/app/write/[course]/publish-actions";
import { unpublished } from "@/app/write/[course]/publish-state";
import { saveAbout } from "@/lib/authoring/course/about-course";
import { moveLesson } from "@/lib/authoring/course/arrange";
import { addAuthor, setReviewed } from "@/lib/authoring/course/authors";
import { latestTree } from "@/lib/authoring/files/files";
import { restore } from "@/lib/authoring/history/restore";
import { comparisonMark } from "@/lib/authoring/review/approval";
import { approveReview, declineReview } from "@/lib/authoring/review/decide-review";
import { listReviews } from "@/lib/authoring/review/reviews";
import { db } from "@/lib/db/client";
import { aForm } from "../a-fields";
import { useDatabase } from "../use-database";
import { signInAs, wordsOf } from "./a-shown-page";
import { aWrittenCourse, doChecks, publishChecked, writeLesson } from "./a-written-course";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

const page = (course: string, searchParams: Record<string, string> = {}) =>
  wordsOf(
    WriteCoursePage({
      params: Promise.resolve({ course }),
      searchParams: Promise.resolve(searchParams),
    }),
  );

const changes = (course: string) => wordsOf(ChangesPage({ params: Promise.resolve({ course }) }));

async function aCourseInSight() {
  const written = await aWrittenCourse();
  await signInAs(written.userId);
  await writeLesson(written, "First.", "One");
  return { ...written, slug: written.course.slug };
}

const openTo = (seenBy: "everyone" | "signed-in" | "enrolled", draft = false) => ({
  title: "A course",
  summary: "About it.",
  draft,
  seenBy,
});

test("a draft that is published is not said to have readers", async () => {
  const { course, userId, slug } = await aCourseInSight();
  expect(await page(slug)).toContain("Not published yet.");
  const sent = aForm({ course: slug, note: "First", path: "course.yaml" });
  const state = await publishCourse(unpublished, sent);
  expect(state.done).toBe(
    "Version 1 is published. It’s still a draft, so students don’t see it. You can open it in Settings.",
  );
  expect(await page(slug)).toContain("Version 1 is a draft, so students don’t see it.");
  await saveAbout(course.id, userId, openTo("enrolled"));
  expect(await page(slug)).toContain(
    "Publishing course.yaml opens the course to students of its sections.",
  );
  await publishChecked({ course, userId, note: "Open" });
  expect(await page(slug)).toContain("Students of its sections see version 2.");
});

test("after restoring, an author sees what publishing would change, and that it takes the course from students", async () => {
  const { course, userId, slug } = await aCourseInSight();
  await publishChecked({ course, userId, note: "A draft" });
  await saveAbout(course.id, userId, openTo("everyone"));
  await publishChecked({ course, userId, note: "Open" });
  const led = await restoreVersion(aForm({ course: slug, version: "1" })).catch(
    ({ digest }: { digest: string }) => digest,
  );
  expect(led).toContain(`/write/${slug}?restored=1;`);
  const shown = await page(slug, { restored: "1" });
  expect(shown).toContain("Version 1 is in your drafts. See what would change");
  expect(shown).toContain(
    "Publishing course.yaml takes the course from every student: it makes it a draft.",
  );
  const told = await changes(slug);
  expect(told).toContain("course.yaml");
  expect(told).toContain("+ Added: draft: true");
  await saveAbout(course.id, userId, openTo("signed-in"));
  expect(await page(slug)).toContain(
    "takes the course from some readers: only everyone who is signed in will see it.",
  );
  await restore({ courseId: course.id, userId, number: 2 });
  expect(await page(slug)).not.toContain("takes the course");
  expect(await changes(slug)).toContain("Nothing. Your drafts are what is published.");
});

test("lessons that changed places are told as moved, as one thing to publish, and half of it is not", async () => {
  const written = await aCourseInSight();
  const { course, userId, slug } = written;
  await writeLesson(written, "Second.", "Two");
  await publishChecked({ course, userId, note: "First" });
  await moveLesson({ courseId: course.id, userId, folder: "01-one" }, 1);
  const shown = await page(slug);
  expect(shown).toContain("Two 01-two · Moved");
  expect(shown).toContain("One 02-one · Moved");
  expect(shown).not.toMatch(/\d New /);
  expect(shown).toContain("01-one → 02-one");
  expect(shown.match(/see what would change in/g)).toHaveLength(1);
  expect(await changes(slug)).toContain("Moved 02-two → 01-two 01-one → 02-one No text changes.");
  const half = { course, userId, note: "Half", paths: ["02-one/lesson.mdx"] };
  expect(await publishChecked(half)).toMatchObject({ status: "published", number: 2 });
  expect(Object.keys(await latestTree(course.id)).toSorted()).toEqual([
    "01-two/lesson.mdx",
    "02-one/lesson.mdx",
    "course.yaml",
  ]);
  expect(await page(slug)).toContain("Everything is published.");
});

test("who asks for a review sees that it waits, cannot ask for the same again, and sees why it was declined", async () => {
  const { course, userId, slug } = await aCourseInSight();
  const email = `bo-${slug}@school.test`;
  const bo = await db.user.create({ data: { name: "Bo", email, role: "instructor" } });
  await addAuthor({ course, actorId: userId }, { email, role: "co_author" });
  await setReviewed({ course, actorId: userId }, true);
  const sent = () => {
    const form = aForm({ course: slug, note: "A lesson", path: "course.yaml" });
    form.append("path", "01-one/lesson.mdx");
    return form;
  };
  expect((await publishCourse(unpublished, sent())).done).toContain("Another author");
  const waits = await page(slug);
  expect(waits).toContain("Your request “A lesson” waits for an approval.");
  expect(waits).toContain("All that changed waits for an approval.");
  expect(waits).not.toContain("Ask for a review");
  expect((await publishCourse(unpublished, sent())).errors.form).toBe(
    "This waits for an approval already.",
  );
  const [first] = (await listReviews(course.id)).waiting;
  await declineReview({ course, userId: bo.id, id: first!.id }, "The key is wrong.");
  const declined = await page(slug);
  expect(declined).toContain("“A lesson” was declined by Bo: The key is wrong.");
  expect(declined).toContain("Ask for a review");

  await publishCourse(unpublished, sent());
  const [again] = (await listReviews(course.id)).waiting;
  const seen = comparisonMark(await latestTree(course.id), again!);
  await approveReview({ course, userId: bo.id, id: again!.id }, seen);
  await doChecks(course.id);
  await approveReview({ course, userId: bo.id, id: again!.id }, seen);
  const params = Promise.resolve({ course: slug });
  const searchParams = Promise.resolve({});
  expect(await wordsOf(HistoryPage({ params, searchParams }))).toContain("Ines, approved by Bo");
});
