import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { changeRole } from "@/app/people/[person]/actions";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { changeAccountRole, changeRoleOf, listAccountChanges } from "@/lib/cohort/account-role";
import { findAccount, listAccounts } from "@/lib/cohort/accounts";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { aForm } from "../a-fields";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

let root: User;
let ada: User;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", section, course, audit_event cascade`;
  root = await account("Root", { role: "admin" });
  ada = await account("Ada Lovelace");
});

const account = (name: string, more: Partial<User> = {}) =>
  db.user.create({
    data: { name, email: `${name.toLowerCase().replace(/\W/g, "-")}@school.test`, ...more },
  });

describe("the list of accounts", () => {
  const namesOf = async (asked: Parameters<typeof listAccounts>[0]) =>
    (await listAccounts(asked)).accounts.map(({ name }) => name);

  test("has everybody with an account by name, and no guest", async () => {
    await db.user.create({ data: { name: "Guest", guestToken: "t" } });
    expect(await namesOf({})).toEqual(["Ada Lovelace", "Root"]);
  });

  test("finds people by any part of name or email, in any case, all words together", async () => {
    await account("Ben_Ada");
    expect(await namesOf({ find: "ADA" })).toEqual(["Ada Lovelace", "Ben_Ada"]);
    expect(await namesOf({ find: " love  school.test " })).toEqual(["Ada Lovelace"]);
    expect(await namesOf({ find: "_a" })).toEqual(["Ben_Ada"]);
    expect(await namesOf({ find: "%" })).toEqual([]);
    expect(await namesOf({ find: "\\" })).toEqual([]);
    expect(await namesOf({ find: "ada\0\ud800" })).toEqual([]);
    expect(await namesOf({ role: "admin" })).toEqual(["Root"]);
  });

  test("finds people by their campus id, and says where they are and what opens their account", async () => {
    const course = await db.course.create({ data: { slug: "c", title: "C", summary: "S" } });
    const at = { courseId: course.id };
    const [here, left] = [
      await db.section.create({ data: { ...at, name: "Here" } }),
      await db.section.create({ data: { ...at, name: "Left" } }),
    ];
    await db.enrollment.createMany({
      data: [
        { userId: ada.id, sectionId: here.id, role: "assistant", campusId: "m-77" },
        { userId: ada.id, sectionId: left.id, removedAt: new Date() },
      ],
    });
    await db.user.update({ where: { id: ada.id }, data: { passwordHash: "$argon2id$secret" } });
    const identity = { issuer: "https://github.com", subject: "1", userId: ada.id };
    await db.identity.create({ data: identity });
    const { accounts } = await listAccounts({ find: "M-77" });
    expect(accounts).toEqual([
      {
        id: ada.id,
        name: "Ada Lovelace",
        email: "ada-lovelace@school.test",
        role: "student",
        since: ada.createdAt,
        sections: [{ id: here.id, name: "Here", role: "assistant" }],
        opensBy: ["password", "GitHub"],
      },
    ]);
    expect(await findAccount(root.id)).toMatchObject({ opensBy: [] });
  });

  test("comes in pages, and a page past the last is the last", async () => {
    await db.user.createMany({
      data: Array.from({ length: 60 }, (_, i) => ({
        name: `Student ${i + 100}`,
        email: `s${i}@school.test`,
      })),
    });
    const first = await listAccounts({ find: "student" });
    expect([first.count, first.page, first.pages, first.accounts.length]).toEqual([60, 1, 2, 50]);
    const last = await listAccounts({ find: "student", page: 9 });
    expect([last.page, last.accounts.at(-1)?.name]).toEqual([2, "Student 159"]);
  });
});

describe("an account's role", () => {
  const sent = (fields: Record<string, string>) =>
    changeRole({ values: {}, errors: {} }, aForm(fields));

  const signedIn = async (user: User) => {
    request.cookies.set(sessionCookieName(), await sealSession(user));
  };

  const roleOf = async ({ id }: User) => (await db.user.findUniqueOrThrow({ where: { id } })).role;

  test("is changed by an admin, who says why, and the change is kept", async () => {
    await signedIn(root);
    const fields = { person: ada.id, role: "instructor", reason: " Teaches\u202e group A " };
    expect(await endOf(sent(fields))).toBe(`/people/${ada.id}?changed=role`);
    expect(await roleOf(ada)).toBe("instructor");
    expect(await listAccountChanges(ada.id)).toMatchObject([
      {
        action: "account.role",
        actor: "Root",
        person: "Ada Lovelace",
        before: { role: "student" },
        after: { role: "instructor" },
        reason: "Teaches group A",
      },
    ]);
  });

  test("stays, and nothing is kept, without a reason, with a role there is none, or with the same", async () => {
    await signedIn(root);
    const person = ada.id;
    const errorsOf = async (fields: Record<string, string>) => (await sent(fields)).errors;
    expect(await errorsOf({ person, role: "admin", reason: " \u200b" })).toEqual({
      reason: "Say why, in a few words: it stays with the change.",
    });
    expect(await errorsOf({ person, role: "owner", reason: "x" })).toHaveProperty("role");
    expect(await errorsOf({ person, role: "student", reason: "x" })).toHaveProperty("role");
    expect(await errorsOf({ person: randomUUID(), role: "admin", reason: "x" })).toHaveProperty(
      "form",
    );
    expect(await roleOf(ada)).toBe("student");
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("what was typed stays in a form that was refused", async () => {
    await signedIn(root);
    const { values } = await sent({ person: root.id, role: "student", reason: "I leave" });
    expect(values).toEqual({ role: "student", reason: "I leave" });
  });

  test("of a guest cannot be changed: there is no account", async () => {
    const guest = await db.user.create({ data: { name: "Guest", guestToken: "t" } });
    const change = { actorId: root.id, personId: guest.id, role: "admin", reason: "x" } as const;
    expect(await changeAccountRole(change)).toEqual({ status: "gone" });
  });

  test("of the last admin stays admin; of the last but one it does not, and one of two who try at once stays", async () => {
    await signedIn(root);
    const { errors } = await sent({ person: root.id, role: "student", reason: "I leave" });
    expect(errors.role).toMatch(/only admin/);
    expect(await roleOf(root)).toBe("admin");
    const second = await account("Second", { role: "admin" });
    const demote = (actor: User, { id: personId }: User) =>
      changeAccountRole({ actorId: actor.id, personId, role: "student", reason: "x" });
    const outcomes = await Promise.all([demote(root, second), demote(second, root)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["changed", "last-admin"]);
    expect(await db.user.count({ where: { role: "admin" } })).toBe(1);
  });

  test("is given to the first admin by their email, by nobody who has an account", async () => {
    const change = { actorId: null, role: "admin", reason: "On the server" } as const;
    expect(await changeRoleOf("nobody@school.test", change)).toEqual({ status: "gone" });
    expect(await changeRoleOf("ada-lovelace@school.test", change)).toEqual({ status: "changed" });
    expect(await listAccountChanges(ada.id)).toMatchObject([
      { actor: null, after: { role: "admin" } },
    ]);
  });
});
