import { expect, test, vi } from "vitest";
import { newToken } from "@/app/account/token-actions";
import { addFile } from "@/app/write/[course]/files/actions";
import { workingFiles } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";
import { aForm } from "../a-fields";
import { useDatabase } from "../use-database";
import { signInAs } from "./a-shown-page";
import { aWrittenCourse, writeLesson } from "./a-written-course";

const shownAnew = vi.hoisted(() => vi.fn());

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: shownAnew }));

useDatabase();

const none = { values: {}, errors: {} };

test("a file that is there already is replaced once its author says so, and only that one", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  await signInAs(userId);
  await writeLesson(written, "First.", "One");
  const upload = (text: string, replace?: string) => {
    const form = aForm({ course: course.slug, lesson: "01-one", ...(replace && { replace }) });
    form.append("file", new File([text], "loss.csv"));
    return addFile(none, form);
  };
  const said = async () => Buffer.from((await workingFiles(course.id)).get("01-one/loss.csv")!);
  expect((await upload("a,b\n")).done).toBe(
    "loss.csv is uploaded. To show it, write [what it is](loss.csv).",
  );
  const asked = await upload("c,d\n");
  expect(asked.errors.file).toBe("There’s already a loss.csv.");
  expect(asked.values).toEqual({ lesson: "01-one", there: "01-one/loss.csv" });
  expect((await upload("c,d\n", "01-one/other.csv")).errors.file).toContain("already");
  expect((await said()).toString()).toBe("a,b\n");
  expect((await upload("c,d\n", "01-one/loss.csv")).done).toContain("is uploaded");
  expect((await said()).toString()).toBe("c,d\n");
});

test("a new token is in the list at once", async () => {
  const { userId } = await aWrittenCourse();
  await signInAs(userId);
  const { done } = await newToken(none, aForm({ name: "Laptop", days: "30" }));
  expect(done).toMatch(/^chainrule_/);
  expect(shownAnew).toHaveBeenCalledWith("/account");
  expect(await db.accessToken.count({ where: { userId } })).toBe(1);
});
