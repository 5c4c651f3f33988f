import { beforeAll, describe, expect, test, vi } from "vitest";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const people: Record<string, User> = {};
let section = "";
const exercises: Record<string, string> = {};

beforeAll(async () => {
  const sections: Record<string, string> = {};
  for (const slug of ["ours", "theirs"]) {
    const course = await db.course.create({ data: { slug, title: slug, summary: "S" } });
    const lesson = { courseId: course.id, slug: "one", number: 1, title: "One" };
    const { id: lessonId } = await db.lesson.create({ data: lesson });
    const exercise = { lessonId, slug: "first", title: "First", possible: 1, place: 0 };
    exercises[slug] = (await db.exercise.create({ data: exercise })).id;
    for (const name of [slug, `beside ${slug}`]) {
      sections[name] = (await db.section.create({ data: { courseId: course.id, name } })).id;
    }
  }
  section = sections.ours!;
  const removedAt = new Date();
  await person("student", "student", { ours: { role: "student" } });
  await person("neighbour", "student", { "beside ours": { role: "student" } });
  await person("assistant", "student", { ours: { role: "assistant" } });
  await person("former assistant", "student", { ours: { role: "assistant", removedAt } });
  await person("former instructor", "instructor", { ours: { role: "instructor", removedAt } });
  await person("colleague", "instructor", { "beside ours": { role: "instructor" } });
  await person("other instructor", "instructor", { theirs: { role: "instructor" } });
  await person("instructor", "instructor", { ours: { role: "instructor" } });
  await person("admin", "admin", {});

  async function person(
    name: string,
    role: User["role"],
    places: Record<string, { role: "student" | "assistant" | "instructor"; removedAt?: Date }>,
  ) {
    const email = `${name.replaceAll(" ", "-")}@school.test`;
    const user = await db.user.create({ data: { name, email, role } });
    people[name] = user;
    for (const [place, as] of Object.entries(places)) {
      await db.enrollment.create({
        data: { userId: user.id, sectionId: sections[place]!, ...as },
      });
    }
  }
});

const everybody = [
  "student",
  "neighbour",
  "assistant",
  "former assistant",
  "former instructor",
  "colleague",
  "other instructor",
  "instructor",
  "admin",
];

const staff = ["assistant", "instructor", "admin"];
const nobody: string[] = [];
const teaching = ["instructor", "admin"];
const mayTeach = ["former instructor", "colleague", "other instructor", "instructor", "admin"];

const doors = {
  "page /sections/[section]": [() => enter("page /sections/[section]", { section }), staff],
  "page /sections/[section]/message": [
    () => enter("page /sections/[section]/message", { section }),
    staff,
  ],
  "page /sections/[section]/skills": [
    () => enter("page /sections/[section]/skills", { section }),
    staff,
  ],
  "page /sections/[section]/people": [
    () => enter("page /sections/[section]/people", { section }),
    staff,
  ],
  "page /sections/[section]/settings": [
    () => enter("page /sections/[section]/settings", { section }),
    teaching,
  ],
  "page /sections/[section]/exercises/[exercise]": [() => enterExercise(exercises.ours!), staff],
  "the same, for an exercise of another course": [() => enterExercise(exercises.theirs!), nobody],
  "the same, for what is no exercise": [() => enterExercise("first"), nobody],
  "page /sections/new": [() => enter("page /sections/new", {}), mayTeach],
  "page /join/[code]": [() => enter("page /join/[code]", { code: "ABCDEFGH" }), everybody],
  "action joinSection": [() => enter("action /sections/actions joinSection", {}), everybody],
  "action makeSection": [() => enter("action /sections/actions makeSection", {}), mayTeach],
  "action changePerson": [
    () => enter("action /sections/[section]/people/actions changePerson", { section }),
    teaching,
  ],
  "action newCode": [
    () => enter("action /sections/[section]/settings/actions newCode", { section }),
    teaching,
  ],
  "action saveSettings": [
    () => enter("action /sections/[section]/settings/actions saveSettings", { section }),
    teaching,
  ],
} satisfies Record<string, [() => Promise<unknown>, string[]]>;

function enterExercise(exercise: string) {
  return enter("page /sections/[section]/exercises/[exercise]", { section, exercise });
}

describe.each(Object.entries(doors))("%s", (_, [open, allowed]) => {
  test.each(everybody)("for the %s", async (name) => {
    request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
    expect(await endOf(open())).toBe(allowed.includes(name) ? "it went on" : "404");
  });

  test("asks somebody who is not signed in to sign in first", async () => {
    expect(await endOf(open())).toMatch(/^\/sign-in\?next=/);
  });
});
