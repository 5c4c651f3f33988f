import { beforeAll, describe, expect, test, vi } from "vitest";
import { copyHere, gradeAnswers, retire } from "@/app/bank/[exercise]/actions";
import { insertFormed, insertTemplate } from "@/app/write/[course]/lessons/[folder]/new/actions";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { findText } from "@/lib/authoring/text/writing";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { aForm } from "../a-fields";
import { endOf, request } from "../auth/a-request";
import { aWrittenCourse, publishChecked, writeLesson } from "../authoring/a-written-course";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

/** Everybody there is, by what they are to the course "ours" and to the exercise, which is of another course. */
const everybody = [
  "anonymous",
  "student",
  "co-author who may not teach",
  "assistant",
  "instructor",
  "author",
  "admin",
] as const;

type Somebody = (typeof everybody)[number];

const people = new Map<Somebody, User>();
let exercise = "";
let written: Awaited<ReturnType<typeof aWrittenCourse>>;
let path = "";
let ownExercise = "";

const roles: Partial<Record<Somebody, "instructor" | "admin">> = {
  instructor: "instructor",
  admin: "admin",
};

beforeAll(async () => {
  await load({ theirs: { "01-one": lesson(copy) } });
  exercise = (await exerciseNamed("copy")).id;
  written = await aWrittenCourse("ours");
  path = await writeLesson(written, "Words.");
  const published = await aWrittenCourse("published");
  await writeLesson(published, twice);
  await publishChecked({ ...published, note: "First" });
  await db.courseAuthor.create({
    data: { courseId: published.course.id, userId: written.userId, role: "author" },
  });
  ownExercise = (await exerciseNamed("twice")).id;
  for (const name of everybody.slice(1)) {
    const email = `${name.replaceAll(" ", "-")}@school.test`;
    const user =
      name === "author"
        ? await db.user.findUniqueOrThrow({ where: { id: written.userId } })
        : await db.user.create({ data: { name, email, role: roles[name] ?? "student" } });
    people.set(name, user);
  }
  const coAuthor = people.get("co-author who may not teach")!.id;
  await db.courseAuthor.create({
    data: { courseId: written.course.id, userId: coAuthor, role: "co_author" },
  });
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: "theirs" } });
  const assists = { userId: people.get("assistant")!.id, role: "assistant" as const };
  await db.section.create({ data: { name: "S", courseId, enrollments: { create: assists } } });
});

const own = { values: {}, errors: {} };
const teachers = ["instructor", "author", "admin"] as const;
const writers = ["co-author who may not teach", "author", "admin"] as const;
const folder = "01-one";

const doors: readonly {
  readonly door: string;
  readonly open: readonly Somebody[];
  readonly knock: () => Promise<unknown>;
}[] = [
  {
    door: "the bank",
    open: ["co-author who may not teach", ...teachers],
    knock: () => enter("page /bank", {}),
  },
  {
    door: "an exercise of a course that a co-author sees as a student",
    open: teachers,
    knock: () => enter("page /bank/[exercise]", { exercise }),
  },
  {
    door: "an exercise that is not there",
    open: [],
    knock: () => enter("page /bank/[exercise]", { exercise: "nothing" }),
  },
  {
    door: "judging answers in the bank",
    open: teachers,
    knock: () => gradeAnswers({ exercise, set: 1 }, { responses: {}, asked: [] }),
  },
  {
    door: "copying",
    open: teachers,
    knock: () => copyHere(own, aForm({ exercise, course: "ours", lesson: "09-gone/lesson.mdx" })),
  },
  {
    door: "retiring an exercise of a course that comes from a folder",
    open: [],
    knock: () => retire(aForm({ exercise, retired: "yes" })),
  },
  {
    door: "retiring an exercise of a course that is written here",
    open: ["author", "admin"],
    knock: () => retire(aForm({ exercise: ownExercise, retired: "yes" })),
  },
  {
    door: "the gallery of templates",
    open: writers,
    knock: () => enter("page /write/[course]/lessons/[folder]/new", { course: "ours", folder }),
  },
  {
    door: "the form for an exercise",
    open: writers,
    knock: () =>
      enter("page /write/[course]/lessons/[folder]/new/form", { course: "ours", folder }),
  },
  {
    door: "inserting a template",
    open: writers,
    knock: () => insertTemplate(own, aForm({ course: "ours", folder, template: "nothing" })),
  },
  {
    door: "inserting what a form makes",
    open: writers,
    knock: () => insertFormed(own, aForm({ course: "ours", folder, fields: "sizes=nothing" })),
  },
];

async function signIn(name: Somebody): Promise<User | undefined> {
  const user = people.get(name);
  if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
  return user;
}

describe.each(doors)("$door", ({ open, knock }) => {
  test.each(everybody)("%s", async (name) => {
    const user = await signIn(name);
    const end = await endOf(knock());
    const shut = user ? "404" : expect.stringMatching(/^\/sign-in/);
    expect(end).toEqual(open.includes(name) ? "it went on" : shut);
  });
});

test("nothing is copied into a course that one does not write", async () => {
  await signIn("instructor");
  const form = aForm({ exercise, course: "ours", lesson: path });
  expect(await copyHere(own, form)).toMatchObject({
    errors: { form: "You don’t write this course. Choose another." },
  });
  expect((await findText(written.course.id, path))?.text).not.toContain("<Exercise");
});

test("what is copied, and what a template or a form makes, stands at the end where no line is told, each under an id of its own, and the editor opens at it", async () => {
  await signIn("author");
  const lineAfter = async (knock: Promise<unknown>) => /line=(\d+)$/.exec(await endOf(knock))?.[1];
  const lines = [
    await lineAfter(copyHere(own, aForm({ exercise, course: "ours", lesson: path }))),
    await lineAfter(insertTemplate(own, aForm({ course: "ours", folder, template: "numeric" }))),
    await lineAfter(insertTemplate(own, aForm({ course: "ours", folder, template: "numeric" }))),
    await lineAfter(insertFormed(own, aForm({ course: "ours", folder, fields: "ask=loss" }))),
  ];
  const text = (await findText(written.course.id, path))!.text.split("\n");
  expect(lines.map((line) => /id="([^"]*)"/.exec(text[Number(line) - 1] ?? "")?.[1])).toEqual([
    "copy",
    "weighted-sum",
    "weighted-sum-2",
    "a-network",
  ]);
});

test("with the cursor in a paragraph, what is copied, and what a template or a form makes, goes after it", async () => {
  await signIn("author");
  const place = await writeLesson(written, "First.\n\nSecond.", "Two");
  const at = { course: "ours", folder: place.split("/")[0]!, line: "6" };
  await endOf(insertTemplate(own, aForm({ ...at, template: "numeric" })));
  await endOf(insertFormed(own, aForm({ ...at, fields: "ask=loss" })));
  await endOf(copyHere(own, aForm({ ...at, exercise, lesson: place })));
  const text = (await findText(written.course.id, place))!.text;
  const order = [...text.matchAll(/^(First|Second)\.|^<Exercise\b[^>]*\bid="([^"]*)"/gm)];
  expect(order.map(([, words, id]) => words ?? id?.replace(/-\d+$/, ""))).toEqual([
    ...["First", "copy", "a-network", "weighted-sum", "Second"],
  ]);
});

test("who tries answers in the bank far faster than anybody types has to wait", async () => {
  vi.stubEnv("CHECKS_PER_MINUTE", "2");
  await signIn("instructor");
  const asked = { responses: { same: "1" }, asked: ["same"] };
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await gradeAnswers({ exercise, set: 1 }, asked));
  vi.unstubAllEnvs();
  expect(answers[0]).toHaveProperty("parts");
  expect(answers.at(-1)).toEqual({ refused: expect.stringContaining("You’re going too fast") });
});
