import { beforeEach, describe, expect, test } from "vitest";
import { listChanges } from "@/lib/cohort/audit";
import {
  changeDetail,
  changeRole,
  movePerson,
  removePerson,
  restorePerson,
} from "@/lib/cohort/change-place";
import { findByCode, joinByCode } from "@/lib/cohort/join";
import { listPeople } from "@/lib/cohort/people";
import { listSections, listTakenSections } from "@/lib/cohort/section";
import {
  changeJoinCode,
  changeSettings,
  createSection,
  findSettings,
  type Settings,
} from "@/lib/cohort/settings";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";

useDatabase();

const spring: Settings = {
  name: "Spring",
  startsOn: "2027-02-15",
  endsOn: "2027-06-30",
  timeZone: "Europe/Berlin",
  leavesOut: [],
  lateDays: 0,
};

let courseId = "";
let section = "";
const people: Record<string, string> = {};

beforeEach(async () => {
  const slug = crypto.randomUUID();
  courseId = (await db.course.create({ data: { slug, title: "Maths", summary: "S" } })).id;
  for (const name of ["ines", "felix", "amara", "bjorn"]) {
    const role = name === "ines" ? ("instructor" as const) : ("student" as const);
    const email = `${name}-${slug}@school.test`;
    people[name] = (await db.user.create({ data: { name, email, role } })).id;
  }
  section = (await createSection(people.ines!, courseId, spring))!;
});

const codeOf = async () => (await findSettings(section))?.joinCode ?? "";
const change = (name: string, reason?: string) => ({
  actorId: people.ines!,
  sectionId: section,
  personId: people[name]!,
  reason,
});
const rolesNow = async () =>
  Object.fromEntries(
    (await listPeople(section)).map(({ name, role, removedAt }) => [
      name,
      removedAt ? `${role}, removed` : role,
    ]),
  );
const viewer = (name: string, role: "student" | "instructor" = "student") => ({
  id: people[name]!,
  name,
  email: null,
  role,
});

describe("a section", () => {
  test("belongs to who made it, with a code that opens it", async () => {
    expect(await findSettings(section)).toMatchObject(spring);
    expect(await rolesNow()).toEqual({ ines: "instructor" });
    expect(await findByCode(await codeOf())).toEqual({
      id: section,
      name: "Spring",
      course: "Maths",
      instructors: ["ines"],
    });
    expect((await listSections(viewer("ines", "instructor"))).map(({ id }) => id)).toEqual([
      section,
    ]);
  });

  test("of a course that is not there is not made", async () => {
    expect(await createSection(people.ines!, crypto.randomUUID(), spring)).toBeNull();
  });

  test("keeps what its settings were, and nothing where nothing changed", async () => {
    await changeSettings(people.ines!, section, spring);
    await changeSettings(people.ines!, section, { ...spring, endsOn: null, name: "Summer" });
    const { lines } = await listChanges(section);
    expect(lines.map(({ action }) => action)).toEqual(["section.settings", "section.made"]);
    expect(lines[0]).toMatchObject({
      actor: "ines",
      before: { name: "Spring", endsOn: "2027-06-30" },
      after: { name: "Summer", endsOn: null },
    });
  });
});

describe("a code", () => {
  test("lets people join as it is read aloud, once, as students", async () => {
    const code = await codeOf();
    const aloud = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
    expect(await joinByCode(people.amara!, aloud)).toEqual({
      status: "joined",
      sectionId: section,
    });
    expect(await joinByCode(people.amara!, `https://chainrule.test/join/${code}`)).toEqual({
      status: "already-in",
      sectionId: section,
    });
    expect(await joinByCode(people.ines!, code)).toMatchObject({ status: "already-in" });
    expect(await rolesNow()).toEqual({ ines: "instructor", amara: "student" });
    expect((await listTakenSections(people.amara!)).map(({ id }) => id)).toEqual([section]);
  });

  test("opens nothing once it was replaced or closed", async () => {
    const old = await codeOf();
    const next = await changeJoinCode(people.ines!, section, true);
    expect(next).not.toBe(old);
    expect(await joinByCode(people.amara!, old)).toEqual({ status: "no-section" });
    await changeJoinCode(people.ines!, section, false);
    expect(await joinByCode(people.amara!, next!)).toEqual({ status: "no-section" });
  });

  test.each(["", "ABCDEFG", "ABCDEFGHI", "' or 1=1", "\0", "ABCDEFGH"])(
    "typed as %j opens nothing",
    async (typed) => {
      expect(await joinByCode(people.amara!, typed)).toEqual({ status: "no-section" });
    },
  );

  test("does not let somebody back in who was removed", async () => {
    await joinByCode(people.amara!, await codeOf());
    await removePerson(change("amara"));
    expect(await joinByCode(people.amara!, await codeOf())).toEqual({ status: "removed" });
    expect(await listTakenSections(people.amara!)).toEqual([]);
  });
});

describe("somebody in a section", () => {
  beforeEach(async () => {
    for (const name of ["felix", "amara"]) await joinByCode(people[name]!, await codeOf());
  });

  test("gets another role, a campus id, is removed and comes back; all of it is kept with its reason", async () => {
    await changeRole(change("felix", "helps on Fridays"), "assistant");
    await changeDetail(change("amara"), "campusId", "70012");
    await removePerson(change("amara"));
    expect(await rolesNow()).toEqual({
      ines: "instructor",
      felix: "assistant",
      amara: "student, removed",
    });
    await restorePerson(change("amara"));
    const amara = (await listPeople(section)).find(({ name }) => name === "amara");
    expect(amara).toMatchObject({ role: "student", campusId: "70012", removedAt: null });
    const { lines } = await listChanges(section);
    expect(lines.map(({ action, person }) => `${action} ${person}`)).toEqual([
      "person.restored amara",
      "person.removed amara",
      "person.campus-id amara",
      "person.role felix",
      "person.joined amara",
      "person.joined felix",
      "section.made null",
    ]);
    expect(lines[3]).toMatchObject({
      before: { role: "student" },
      after: { role: "assistant" },
      reason: "helps on Fridays",
    });
  });

  test("gets a group and more time, which go where they go: the time with them, the group not", async () => {
    await changeDetail(change("amara"), "group", "Tuesday");
    await changeDetail(change("amara", "has a certificate"), "timeFactor", 1.5);
    const { lines } = await listChanges(section);
    expect(lines.slice(0, 2)).toMatchObject([
      {
        action: "person.time",
        before: { timeFactor: 1 },
        after: { timeFactor: 1.5 },
        reason: "has a certificate",
      },
      { action: "person.group", before: { group: null }, after: { group: "Tuesday" } },
    ]);
    const other = (await createSection(people.ines!, courseId, { ...spring, name: "Other" }))!;
    await movePerson(change("amara"), other);
    const there = (await listPeople(other)).find(({ name }) => name === "amara");
    expect(there).toMatchObject({ group: null, timeFactor: 1.5 });
  });

  test("who helped elsewhere once and was removed there is moved there as a student; who helps there now stays it", async () => {
    const roles: string[] = [];
    for (const [name, isRemoved] of [
      ["amara", true],
      ["felix", false],
    ] as const) {
      const other = (await createSection(people.ines!, courseId, { ...spring, name }))!;
      const there = { ...change(name), sectionId: other };
      await joinByCode(people[name]!, (await findSettings(other))!.joinCode!);
      await changeRole(there, "assistant");
      if (isRemoved) await removePerson(there);
      await movePerson(change(name), other);
      const moved = (await listPeople(other)).find((one) => one.name === name);
      roles.push(`${moved?.role} ${moved?.removedAt === null}`);
    }
    expect(roles).toEqual(["student true", "assistant true"]);
  });

  test("as its last instructor cannot be removed or made anything else", async () => {
    expect(await removePerson(change("ines"))).toEqual({ status: "last-instructor" });
    expect(await changeRole(change("ines"), "student")).toEqual({ status: "last-instructor" });
    await changeRole(change("felix"), "instructor");
    // Each takes the other's role away at the same moment: one of them stays.
    const outcomes = await Promise.all([
      removePerson({ ...change("felix"), actorId: people.ines! }),
      removePerson({ ...change("ines"), actorId: people.felix! }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["done", "last-instructor"]);
  });

  test("moves to another section of the course, and can come back", async () => {
    await changeDetail(change("amara"), "campusId", "70012");
    const other = (await createSection(people.ines!, courseId, { ...spring, name: "Other" }))!;
    expect(await movePerson(change("amara"), other)).toEqual({ status: "done" });
    expect(await rolesNow()).toMatchObject({ amara: "student, removed" });
    const there = (await listPeople(other)).find(({ name }) => name === "amara");
    expect(there).toMatchObject({ role: "student", campusId: "70012", removedAt: null });
    const back = { ...change("amara"), sectionId: other };
    expect(await movePerson(back, section)).toEqual({ status: "done" });
    expect(await rolesNow()).toMatchObject({ amara: "student" });
  });

  test("does not move to a section of another course, to none, or to where they are", async () => {
    const slug = crypto.randomUUID();
    const course = await db.course.create({ data: { slug, title: "Other", summary: "S" } });
    const elsewhere = (await createSection(people.ines!, course.id, spring))!;
    for (const to of [elsewhere, crypto.randomUUID(), section]) {
      expect(await movePerson(change("amara"), to)).toEqual({ status: "other-course" });
    }
    expect(await rolesNow()).toMatchObject({ amara: "student" });
    expect(await listPeople(elsewhere)).toHaveLength(1);
  });

  test("who is not in it has no place to change", async () => {
    expect(await changeRole(change("bjorn"), "instructor")).toEqual({ status: "gone" });
    expect(await removePerson(change("bjorn"))).toEqual({ status: "gone" });
  });
});
