import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { claim } from "@/app/claim/[invitation]/actions";
import { signIn, signUp } from "@/app/sign-in/actions";
import { openAccount } from "@/lib/auth/identity";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer } from "@/lib/auth/viewer";
import { removePerson, restorePerson } from "@/lib/cohort/change-place";
import { findClaim } from "@/lib/cohort/claim";
import {
  claimLink,
  listInvited,
  lookAtLinks,
  renewInvitation,
  type Way,
} from "@/lib/cohort/invitations";
import { listPeople } from "@/lib/cohort/people";
import { db } from "@/lib/db/client";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";
import { type ASection, aSection, takeRoster } from "./a-section";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const password = "correct horse battery";
const email = "ada@school.test";

let autumn: ASection;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", course, rate_limit cascade`;
  autumn = await aSection("Autumn");
  await takeRoster(autumn, `Name,Email\nAda,${email}\n`);
});

/** The end of Ada's link to a section. */
async function tokenOf({ sectionId } = autumn, way: Way = "copy") {
  const row = await db.invitation.findFirstOrThrow({ where: { sectionId, user: { email } } });
  return claimLink(row, way).split("/claim/")[1]!;
}

const statusOf = async (token: string) => (await findClaim(token)).status;

function tryClaim(invitation: string, typed = password) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ invitation, password: typed }))
    form.set(name, value);
  return claim({ values: {}, errors: {} }, form);
}

const ada = () => db.user.findUniqueOrThrow({ where: { email } });

const claims = async () =>
  (await db.auditEvent.findMany({ where: { action: "person.claimed" } })).map(
    ({ sectionId, after }) => [sectionId, after],
  );

describe("an invitation's link", () => {
  test("gives the account a password, signs in to it, and leads to the course", async () => {
    expect(await findClaim(await tokenOf())).toMatchObject({
      status: "open",
      email,
      section: { name: "Autumn" },
      course: { title: "maths" },
      role: "student",
    });
    expect(await endOf(tryClaim(await tokenOf()))).toBe("/courses/maths/one");
    expect(await getViewer()).toMatchObject({ name: "Ada", email });
    const [, person] = await listPeople(autumn.sectionId);
    expect(person).toMatchObject({ name: "Ada", unclaimed: false });
    expect(await claims()).toEqual([[autumn.sectionId, { by: "link" }]]);
    expect(await listInvited(autumn.sectionId)).toEqual([]);
  });

  test("works once: after that it says that it was used, and changes nothing", async () => {
    const token = await tokenOf();
    await endOf(tryClaim(token));
    request.cookies.clear();
    const { passwordHash } = await ada();
    expect(await statusOf(token)).toBe("used");
    expect((await tryClaim(token, "another long password")).errors.form).toMatch(/no longer/);
    expect((await ada()).passwordHash).toBe(passwordHash);
  });

  test("claims the account in all sections that invited it", async () => {
    const spring = await aSection("Spring");
    await takeRoster(spring, email);
    await endOf(tryClaim(await tokenOf()));
    expect(await statusOf(await tokenOf(spring))).toBe("used");
    expect(await claims()).toHaveLength(2);
  });

  test("of two people who use it at once, lets one in", async () => {
    const token = await tokenOf();
    const ends = await Promise.all(
      ["a password of one", "a password of two"].map((typed) => endOf(tryClaim(token, typed))),
    );
    expect(ends.toSorted()).toEqual(["/courses/maths/one", "it went on"]);
  });

  test("opens nothing once a new one was made, and the new one does", async () => {
    const old = await tokenOf();
    expect(await renewInvitation(autumn.actorId, autumn.sectionId, (await ada()).id)).toBe(true);
    expect(await statusOf(old)).toBe("replaced");
    expect((await tryClaim(old)).errors.form).toMatch(/no longer/);
    expect(await statusOf(await tokenOf())).toBe("open");
  });

  test("cannot be made up", async () => {
    const [id, mac] = (await tokenOf()).split(".");
    const forged = `${id}.${mac!.replace(/^./, (sign) => (sign === "0" ? "1" : "0"))}`;
    for (const token of [forged, `${id}.`, id!, `${randomUUID()}.${mac}`, "", "\0", "x.y"]) {
      expect(await statusOf(token), token).toBe("replaced");
      expect((await tryClaim(token)).errors.form, token).toMatch(/no longer/);
    }
    expect((await ada()).passwordHash).toBeNull();
  });

  test("rests while they are removed from the section, and says which", async () => {
    const change = { ...autumn, personId: (await ada()).id };
    await removePerson(change);
    expect(await findClaim(await tokenOf())).toEqual({
      status: "withdrawn",
      section: "Autumn",
      course: "maths",
    });
    expect((await tryClaim(await tokenOf())).errors.form).toMatch(/no longer/);
    await restorePerson(change);
    expect(await statusOf(await tokenOf())).toBe("open");
  });

  test("asks who is signed in to another account to sign out first", async () => {
    const other = await db.user.create({ data: { name: "Bo", email: "bo@school.test" } });
    request.cookies.set(sessionCookieName(), await sealSession(other));
    expect((await tryClaim(await tokenOf())).errors.form).toMatch(/Sign out/);
    expect((await ada()).passwordHash).toBeNull();
  });

  test.each([
    ["short", /at least 10/],
    ["password123", /attackers/],
  ])("takes no password like %s", async (typed, told) => {
    expect((await tryClaim(await tokenOf(), typed)).errors.password).toMatch(told);
    expect((await ada()).passwordHash).toBeNull();
  });

  test("is closed for a while after ten tries", async () => {
    const [id] = (await tokenOf()).split(".");
    for (let i = 0; i < 10; i++) await tryClaim(`${id}.${i}`);
    expect((await tryClaim(await tokenOf())).errors.form).toMatch(/too many attempts/);
  });

  test("copied by an instructor opens no more than they gave; one that came by mail does", async () => {
    const spring = await aSection("Spring");
    await takeRoster(spring, `Email,Role\n${email},instructor\n`);
    // Autumn's instructor must not become one of Spring's by it.
    expect(await statusOf(await tokenOf(autumn))).toBe("holds-more");
    expect(await lookAtLinks(autumn.actorId, autumn.sectionId)).toEqual([]);
    expect((await tryClaim(await tokenOf(autumn))).errors.form).toMatch(/no longer/);
    expect(await statusOf(await tokenOf(spring))).toBe("open");
    expect(await statusOf(await tokenOf(autumn, "mail"))).toBe("open");
    await db.user.update({ where: { email }, data: { role: "admin" } });
    expect(await statusOf(await tokenOf(spring))).toBe("holds-more");
  });
});

test("links are shown with names and addresses, and that they were looked at is kept", async () => {
  const [shown, ...others] = await lookAtLinks(autumn.actorId, autumn.sectionId);
  expect(shown).toMatchObject({ name: "Ada", email });
  expect(shown?.link).toMatch(new RegExp(`/claim/${(await tokenOf()).replace(".", "\\.")}$`));
  expect(others).toEqual([]);
  const kept = await db.auditEvent.findFirstOrThrow({ where: { action: "person.link" } });
  expect(kept).toMatchObject({ actorId: autumn.actorId, personId: (await ada()).id });
});

test("signing up with the address of an account that waits makes no account and takes none", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: "Eve", email, password }))
    form.set(name, value);
  const { errors } = await signUp({ values: {}, errors: {} }, form);
  expect(errors.form).toMatch(/use the invitation you were sent/);
  expect(await ada()).toMatchObject({ name: "Ada", passwordHash: null });
  expect((await signIn({ values: {}, errors: {} }, form)).errors.form).toMatch(/match any account/);
  // Nobody learns from it that one waits: an account that is in use is refused in the same words.
  await db.user.update({
    where: { email },
    data: {
      passwordHash:
        "$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE",
    },
  });
  expect((await signUp({ values: {}, errors: {} }, form)).errors).toEqual(errors);
});

test("a provider that vouches for the address opens the account, and the links end", async () => {
  const token = await tokenOf();
  const person = { issuer: "https://idp.test", subject: "7", email, name: "Ada L." };
  expect(await openAccount(person)).toMatchObject({ status: "opened" });
  expect(await statusOf(token)).toBe("used");
  expect(await claims()).toEqual([[autumn.sectionId, { by: "provider" }]]);
  expect(await ada()).toMatchObject({ name: "Ada" });
});

test("an account whose password was taken away is not opened by an old link, nor after the next import", async () => {
  const token = await tokenOf();
  await endOf(tryClaim(token));
  await db.user.update({ where: { email }, data: { passwordHash: null } });
  expect(await statusOf(token)).toBe("used");
  const spring = await aSection("Spring");
  await takeRoster(spring, email);
  expect(await statusOf(token)).toBe("used");
  expect(await statusOf(await tokenOf(spring))).toBe("open");
});
