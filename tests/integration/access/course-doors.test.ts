import { beforeAll, expect, test, vi } from "vitest";
import { POST as takeHint } from "@/app/api/hints/route";
import LessonPage, { generateMetadata } from "@/app/courses/[course]/[lesson]/page";
import GlossaryPage from "@/app/courses/[course]/glossary/page";
import { GET as readTerms } from "@/app/courses/[course]/glossary/terms/route";
import CoursePage from "@/app/courses/[course]/page";
import { ownerMark } from "@/lib/answering/page-owner";
import { accountLearner } from "@/lib/auth/guest";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { copy, exerciseNamed, lesson, load } from "../a-course";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const people: Record<string, User> = {};

beforeAll(async () => {
  const head = (rest: string) => `title: T\nsummary: About it.\n${rest}`;
  const text = (id: string) => lesson(copy.replace('id="copy"', `id="${id}"`));
  await load({
    open: { "course.yaml": head(""), "01-a": text("open") },
    cohort: { "course.yaml": head("seen-by: enrolled\n"), "01-a": text("cohort") },
    draft: { "course.yaml": head("draft: true\n"), "01-a": text("draft") },
  });
  for (const role of ["student", "instructor"] as const) {
    const data = { name: role, email: `${role}@school.test`, role };
    people[role] = await db.user.create({ data });
  }
});

const signIn = async (name: string) => {
  if (name !== "nobody") request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
};

const pages = {
  course: (course: string) => CoursePage({ params: Promise.resolve({ course }) }),
  lesson: (course: string) => LessonPage({ params: Promise.resolve({ course, lesson: "a" }) }),
  title: (course: string) => generateMetadata({ params: Promise.resolve({ course, lesson: "a" }) }),
};

test.each([
  ["nobody", "open", "it went on"],
  ["nobody", "cohort", "/sign-in?next=%2F"],
  ["nobody", "draft", "404"],
  ["nobody", "no-such-course", "404"],
  ["student", "cohort", "404"],
  ["student", "draft", "404"],
  ["instructor", "cohort", "it went on"],
  ["instructor", "draft", "it went on"],
])("for %s, the pages of the course %s: %s", async (name, course, end) => {
  await signIn(name);
  for (const [page, open] of Object.entries(pages)) {
    expect(await endOf(open(course)), page).toBe(end);
  }
});

test.each([
  ["nobody", "open", 200],
  ["nobody", "draft", 404],
  ["student", "cohort", 404],
  ["instructor", "draft", 200],
])("for %s, the words of the course %s are answered with %s", async (name, slug, status) => {
  const before = await db.course.findUniqueOrThrow({ where: { slug } });
  const glossary = [{ id: "loss", term: "loss", means: "How wrong $p$ is." }];
  await db.course.update({ where: { slug }, data: { glossary } });
  await signIn(name);
  const address = `http://localhost/courses/${slug}/glossary/terms`;
  const reply = await readTerms(new Request(address), {
    params: Promise.resolve({ course: slug }),
  });
  expect(reply.status).toBe(status);
  const said = await reply.json();
  if (status === 200) expect(said.loss).toMatchObject({ term: "loss" });
  else expect(said.loss).toBeUndefined();
  await db.course.update({ where: { slug }, data: { glossary: before.glossary ?? [] } });
});

test("a course without a glossary has no page for one", async () => {
  expect(await endOf(GlossaryPage({ params: Promise.resolve({ course: "open" }) }))).toBe("404");
});

test.each([
  ["student", "open", 409],
  ["student", "cohort", 404],
  ["student", "draft", 404],
  ["instructor", "draft", 409],
])(
  "what %s sends to an exercise of the course %s gets as far as %s",
  async (name, slug, status) => {
    const { currentId } = await exerciseNamed(slug);
    const body = new URLSearchParams({
      exercise: currentId ?? "",
      variant: "1",
      numbers: "others",
      owner: ownerMark(accountLearner(people[name]!)),
      submission: crypto.randomUUID(),
      return: "/",
    });
    const cookie = `${sessionCookieName()}=${await sealSession(people[name]!)}`;
    const headers = {
      cookie,
      host: "localhost",
      origin: "http://localhost",
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    };
    const sent = new Request("http://localhost/api/hints", { method: "POST", body, headers });
    expect((await takeHint(sent)).status).toBe(status);
  },
);
