import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as scoresCsv } from "@/app/sections/[section]/scores.csv/route";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const people: Record<string, User> = {};
const exercises: Record<string, string> = {};
const sections: Record<string, string> = {};

beforeAll(async () => {
  for (const course of ["ours", "theirs"]) await aCourse(course);
  await person("teacher", "instructor", { ours: "instructor" });
  await person("colleague", "instructor", { beside: "instructor" });
  await person("other", "instructor", { theirs: "instructor" });
  await person("student", "student", { ours: "student", theirs: "student" });
  await person("neighbour", "student", { beside: "student" });
  // Teaches one section, learns in another.
  await person("assistant", "student", { beside: "instructor", ours: "student" });
  // An instructor by role alone, of no section.
  await person("idle", "instructor", {});
  await person("admin", "admin", {});
});

/** A course with an exercise and a section; ours has a second section beside it. */
async function aCourse(slug: string) {
  const course = await db.course.create({ data: { slug, title: slug, summary: "S" } });
  const at = { courseId: course.id, slug: "l", number: 1, title: "L" };
  const { id: lessonId } = await db.lesson.create({ data: at });
  const { id } = await db.exercise.create({
    data: { lessonId, slug: "e", title: "E", possible: 1, place: 0, skills: [], isolates: [] },
  });
  exercises[slug] = id;
  for (const name of slug === "ours" ? [slug, "beside"] : [slug]) {
    sections[name] = (await db.section.create({ data: { courseId: course.id, name } })).id;
  }
}

async function person(
  name: string,
  role: User["role"],
  roles: Record<string, "student" | "instructor">,
) {
  const user = await db.user.create({ data: { name, email: `${name}@school.test`, role } });
  people[name] = user;
  for (const [section, as] of Object.entries(roles)) {
    await db.enrollment.create({
      data: { userId: user.id, sectionId: sections[section]!, role: as },
    });
  }
}

const signedIn = async (name: string) => {
  request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
};

const sectionPage = (section = sections.ours!) =>
  endOf(enter("page /sections/[section]", { section }));

const csv = async (section = sections.ours!) =>
  (await scoresCsv(new Request("http://localhost/"), { params: Promise.resolve({ section }) }))
    .status;

describe("a section", () => {
  test.each([
    ["teacher", true],
    ["colleague", false],
    ["other", false],
    ["student", false],
    ["neighbour", false],
    ["assistant", false],
    ["idle", false],
    ["admin", true],
  ])("is open to %s: %s", async (name, open) => {
    await signedIn(name);
    expect(await sectionPage()).toBe(open ? "it went on" : "404");
    expect(await csv()).toBe(open ? 200 : 404);
  });

  test("tells the instructor of the section beside it nothing, not even that it is there", async () => {
    await signedIn("colleague");
    const answerOf = async (section: string) => {
      const context = { params: Promise.resolve({ section }) };
      const response = await scoresCsv(new Request("http://localhost/"), context);
      return [response.status, [...response.headers], await response.text()];
    };
    expect(await answerOf(sections.ours!)).toEqual(await answerOf(randomUUID()));
    const work = (section: string, student: string) =>
      endOf(
        enter("page /sections/[section]/students/[student]/[exercise]", {
          section,
          student,
          exercise: exercises.ours!,
        }),
      );
    // By way of their own section too, whose course has the exercise.
    for (const section of [sections.ours!, sections.beside!])
      expect(await work(section, people.student!.id)).toBe("404");
    expect(await work(sections.beside!, people.neighbour!.id)).toBe("it went on");
  });

  test("closes to an instructor the moment their enrollment ends", async () => {
    await signedIn("teacher");
    const where = {
      userId_sectionId: { userId: people.teacher!.id, sectionId: sections.ours! },
    };
    await db.enrollment.update({ where, data: { role: "student" } });
    expect(await sectionPage()).toBe("404");
    await db.enrollment.update({ where, data: { role: "instructor" } });
    expect(await sectionPage()).toBe("it went on");
  });

  test.each(["", "undefined", "1", "../admin", "%00", "\0", "' or true --", randomUUID()])(
    "at the address %j is not there, for anybody who is no admin",
    async (id) => {
      await signedIn("teacher");
      expect(await sectionPage(id)).toBe("404");
      expect(await csv(id)).toBe(404);
    },
  );

  test("whose address is no id is not there for an admin either", async () => {
    await signedIn("admin");
    for (const id of ["", "nonsense", "\0"]) expect(await sectionPage(id)).toBe("404");
  });

  test("asks whoever is not signed in to sign in, and leads back", async () => {
    request.headers = new Headers({ "x-path": "/sections/x?lesson=a" });
    expect(await sectionPage()).toBe("/sign-in?next=%2Fsections%2Fx%3Flesson%3Da");
  });
});

describe("what a student did", () => {
  const history = (place: { section?: string; student?: string; exercise?: string }) =>
    endOf(
      enter("page /sections/[section]/students/[student]/[exercise]", {
        section: sections.ours!,
        student: people.student!.id,
        exercise: exercises.ours!,
        ...place,
      }),
    );

  test.each([
    ["teacher", true],
    ["colleague", false],
    ["other", false],
    ["student", false],
    ["neighbour", false],
    ["admin", true],
  ])("in an exercise of the section's course is open to %s: %s", async (name, open) => {
    await signedIn(name);
    expect(await history({})).toBe(open ? "it went on" : "404");
  });

  describe.each(["teacher", "admin"])("is not there for %s", (name) => {
    beforeEach(() => signedIn(name));

    test("in another course, though the student learns there too", async () => {
      expect(await history({ exercise: exercises.theirs! })).toBe("404");
    });

    test("where they are no student of the section", async () => {
      for (const other of ["neighbour", "teacher", "admin"]) {
        expect(await history({ student: people[other]!.id }), other).toBe("404");
      }
    });

    test("at an address that is no id, or nobody's", async () => {
      for (const id of ["", "x", "\0", "' or true --", randomUUID()]) {
        expect(await history({ student: id })).toBe("404");
        expect(await history({ exercise: id })).toBe("404");
      }
    });
  });

  test("is open to the instructor of the other course's section, in that course alone", async () => {
    await signedIn("other");
    expect(await history({ section: sections.theirs!, exercise: exercises.theirs! })).toBe(
      "it went on",
    );
    expect(await history({ section: sections.theirs! })).toBe("404");
  });
});
