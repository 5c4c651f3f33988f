import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { importRoster } from "@/app/sections/[section]/people/import/actions";
import { start } from "@/app/sections/[section]/people/import/start";
import { renewLink, showLinks } from "@/app/sections/[section]/people/invitations/actions";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { endOf, request } from "../auth/a-request";
import { type ASection, aSection, takeRoster } from "../cohort/a-section";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const people: Record<string, User> = {};
let ours: ASection;

beforeAll(async () => {
  ours = await aSection("ours");
  const beside = await aSection("beside");
  const elsewhere = await aSection("elsewhere", "other course");
  const teacherOf = ({ actorId: id }: ASection) => db.user.findUniqueOrThrow({ where: { id } });
  people.instructor = await teacherOf(ours);
  people["instructor of the section beside it"] = await teacherOf(beside);
  people["instructor of another course"] = await teacherOf(elsewhere);
  for (const role of ["assistant", "student", "instructor"] as const) {
    const name = role === "instructor" ? "instructor who was removed" : role;
    people[name] = await db.user.create({ data: { name, email: `${name}@school.test` } });
    const removedAt = role === "instructor" ? new Date() : null;
    await db.enrollment.create({
      data: { userId: people[name].id, sectionId: ours.sectionId, role, removedAt },
    });
  }
  people.admin = await db.user.create({
    data: { name: "admin", email: "admin@school.test", role: "admin" },
  });
  people["instructor of none"] = await db.user.create({
    data: { name: "idle", email: "idle@school.test", role: "instructor" },
  });
  await takeRoster(ours, "Name,Email\nAda,ada@uni.example\n");
});

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const nonce = async () => (await db.invitation.findFirstOrThrow()).nonce;

/** Where each door of a section leads. */
async function doors(section: string) {
  const person = (await db.invitation.findFirstOrThrow()).userId;
  return {
    import: await endOf(enter("page /sections/[section]/people/import", { section })),
    invitations: await endOf(enter("page /sections/[section]/people/invitations", { section })),
    importRoster: await endOf(importRoster(start, formOf({ section, text: "bo@uni.example" }))),
    showLinks: await endOf(showLinks({ links: [], csv: "" }, formOf({ section }))),
    renewLink: await endOf(renewLink(formOf({ section, person }))),
  };
}

const all = (end: string) => ({
  import: end,
  invitations: end,
  importRoster: end,
  showLinks: end,
  renewLink: end,
});

describe("the roster's pages and actions", () => {
  test.each(["instructor", "admin"])("are open to the section's %s", async (name) => {
    request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
    const before = await nonce();
    expect(await doors(ours.sectionId)).toEqual({
      ...all("it went on"),
      renewLink: `/sections/${ours.sectionId}/people/invitations`,
    });
    expect(await nonce()).not.toBe(before);
  });

  test.each([
    "assistant",
    "student",
    "instructor who was removed",
    "instructor of the section beside it",
    "instructor of another course",
    "instructor of none",
  ])("are not there for the %s", async (name) => {
    request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
    const before = await nonce();
    expect(await doors(ours.sectionId)).toEqual(all("404"));
    expect(await nonce()).toBe(before);
  });

  test("ask whoever is not signed in to sign in", async () => {
    request.headers = new Headers({ "x-path": "/x" });
    expect(await doors(ours.sectionId)).toEqual(all("/sign-in?next=%2Fx"));
  });

  test("of a section that isn't there are not there", async () => {
    request.cookies.set(sessionCookieName(), await sealSession(people.instructor!));
    for (const section of [randomUUID(), "x", "\0"])
      expect(await doors(section)).toEqual(all("404"));
  });
});

test("what is sent in place of a form or a state imports nothing", async () => {
  request.cookies.set(sessionCookieName(), await sealSession(people.instructor!));
  const section = ours.sectionId;
  const forged = { step: "preview", preview: { text: "eve@uni.example", hash: "x" } };
  const form = formOf({ section, do: "import" });
  expect(await importRoster(forged as never, form)).toMatchObject({ step: "start" });
  for (const sent of [null, "x", {}])
    expect(await endOf(importRoster(start, sent as never))).toBe("404");
  const preview = await importRoster(start, formOf({ section, text: "eve@uni.example" }));
  if (preview.step !== "preview") throw new Error(preview.error);
  const other = { ...preview, preview: { ...preview.preview, text: "mallory@uni.example" } };
  expect(await importRoster(other, form)).toMatchObject({
    step: "preview",
    notice: expect.stringMatching(/no longer what you saw/),
  });
  expect(await db.enrollment.count({ where: { sectionId: section } })).toBe(5);
});
