import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type ImportPlan, planImport } from "@/lib/cohort/import-plan";
import { importRoster } from "@/lib/cohort/import-roster";
import { listPeople } from "@/lib/cohort/people";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import type { ReadRoster } from "@/lib/cohort/roster/roster";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";

useDatabase();

let by: { actorId: string; sectionId: string };

beforeEach(async () => {
  await db.$executeRaw`truncate "user", course cascade`;
  const course = await db.course.create({ data: { slug: "c", title: "C", summary: "S" } });
  const section = await db.section.create({ data: { courseId: course.id, name: "Autumn" } });
  by = { actorId: await account("ines", "Ines Duarte"), sectionId: section.id };
  await enrol(by.actorId, { role: "instructor" });
});

async function account(local: string, name = local, passwordHash: string | null = "x") {
  const email = `${local}@uni.example`;
  return (await db.user.create({ data: { name, email, passwordHash } })).id;
}

const enrol = (
  userId: string,
  as: { role?: "student" | "assistant" | "instructor"; campusId?: string; removedAt?: Date },
) => db.enrollment.create({ data: { userId, sectionId: by.sectionId, ...as } });

function read(text: string): ReadRoster {
  const roster = readRoster(text);
  if (roster.status !== "read") throw new Error(roster.reason);
  return roster;
}

const plan = (text: string) => planImport(by, read(text));

/** Imports a roster as planned. */
async function take(text: string) {
  const roster = read(text);
  const { hash } = await planImport(by, roster);
  const done = await importRoster({ ...by, roster, hash });
  if (done.status !== "done") throw new Error("The plan changed.");
  return done;
}

const emails = (list: ImportPlan["add"] | ImportPlan["change"] | ImportPlan["kept"]) =>
  list.map(({ person }) => person.email.split("@")[0]);

const here = async () =>
  (await listPeople(by.sectionId)).map(
    ({ name, role, campusId, removedAt, unclaimed }) =>
      `${name} ${role}${campusId ? ` ${campusId}` : ""}${removedAt ? " removed" : ""}${unclaimed ? " unclaimed" : ""}`,
  );

const history = async () =>
  (
    await db.auditEvent.findMany({
      where: { sectionId: by.sectionId },
      orderBy: [{ action: "asc" }, { person: { name: "asc" } }],
      include: { person: true },
    })
  ).map(
    ({ action, person, before, after }) =>
      `${action} ${person?.name} ${JSON.stringify(before)} ${JSON.stringify(after)}`,
  );

const three = "Name,Email,ID\nAda,ada@uni.example,7\nBo,BO@uni.example,8\nCy,cy@uni.example,\n";

test("adds people who have an account and makes one for those who have none, under the roster's name", async () => {
  await account("bo", "Robert");
  const told = await plan(three);
  expect(told.add.map(({ person, account }) => `${person.name} ${account}`)).toEqual([
    "Ada new",
    "Bo claimed",
    "Cy new",
  ]);
  const { invited } = await take(three);
  expect(await here()).toEqual([
    "Ines Duarte instructor",
    "Ada student 7 unclaimed",
    "Cy student unclaimed",
    "Robert student 8",
  ]);
  expect(invited).toHaveLength(2);
  expect(await db.invitation.count()).toBe(2);
  expect(await history()).toEqual([
    'person.added Ada null {"role":"student","campusId":"7"}',
    'person.added Cy null {"role":"student"}',
    'person.added Robert null {"role":"student","campusId":"8"}',
  ]);
});

test("the same roster a second time changes nothing and doubles nobody", async () => {
  await take(three);
  const [people, before] = [await here(), await history()];
  const again = await plan(three);
  expect([again.add, again.restore, again.change, again.kept]).toEqual([[], [], [], []]);
  expect(again.unchanged).toBe(3);
  expect((await take(three)).invited).toEqual([]);
  expect(await here()).toEqual(people);
  expect(await history()).toEqual(before);
  expect(await db.invitation.count()).toBe(3);
});

test("brings back who was removed, as what they were where the roster doesn't say", async () => {
  await enrol(await account("ada", "Ada"), { role: "assistant", removedAt: new Date() });
  expect(emails((await plan(three)).restore)).toEqual(["ada"]);
  await take(three);
  expect(await here()).toContain("Ada assistant 7");
  expect(await history()).toContain('person.restored Ada null {"role":"assistant","campusId":"7"}');
});

test("changes a role or a campus id where the roster says another, and leaves what it is silent on", async () => {
  await enrol(await account("ada", "Ada"), { role: "assistant", campusId: "6" });
  await enrol(await account("bo", "Bo"), { role: "assistant", campusId: "8" });
  const roster =
    "Name,Email,Role,ID\nAda,ada@uni.example,student,7\nBo,bo@uni.example,,\nIvo,ines@uni.example,,\n";
  const { change, unchanged } = await plan(roster);
  expect(change.map(({ role, campusId }) => [role, campusId])).toEqual([
    [
      { from: "assistant", to: "student" },
      { from: "6", to: "7" },
    ],
  ]);
  expect(unchanged).toBe(2);
  await take(roster);
  expect(await here()).toEqual(["Ines Duarte instructor", "Bo assistant 8", "Ada student 7"]);
  expect(await history()).toEqual([
    'person.campus-id Ada {"campusId":"6"} {"campusId":"7"}',
    'person.role Ada {"role":"assistant"} {"role":"student"}',
  ]);
});

test("never takes the importer's own role, but says so", async () => {
  await enrol(await account("zoe", "Zoe"), { role: "instructor" });
  const roster = "Email,Role\nines@uni.example,student\nzoe@uni.example,student\n";
  const { kept, change } = await plan(roster);
  expect(kept.map(({ reason }) => reason)).toEqual(["yourself"]);
  expect(emails(change)).toEqual(["zoe"]);
  await take(roster);
  expect(await here()).toEqual(["Ines Duarte instructor", "Zoe student"]);
});

test("never takes the role of the last instructors, unless another one comes by the same roster", async () => {
  by = { ...by, actorId: await account("admin") };
  const roster = "Email,Role\nines@uni.example,TA\n";
  const { kept, change } = await plan(roster);
  expect([kept.map(({ reason }) => reason), change]).toEqual([["last-instructor"], []]);
  await take(roster);
  expect(await here()).toEqual(["Ines Duarte instructor"]);
  await take(`${roster}zoe@uni.example,instructor\n`);
  expect(await here()).toEqual(["zoe instructor unclaimed", "Ines Duarte assistant"]);
});

test("does nothing where something changed since the plan was agreed to, and tells the new plan", async () => {
  const roster = read(three);
  const { hash } = await planImport(by, roster);
  await account("ada", "Ada");
  const outcome = await importRoster({ ...by, roster, hash });
  expect(outcome.status).toBe("changed");
  expect(outcome.plan.add.map(({ account }) => account)).toEqual(["claimed", "new", "new"]);
  expect(await here()).toEqual(["Ines Duarte instructor"]);
  expect(await db.user.count()).toBe(2);
  const agreed = await importRoster({ ...by, roster, hash: outcome.plan.hash });
  expect(agreed.status).toBe("done");
});

test("two imports at once, into two sections and in opposite orders, both end well", async () => {
  const { courseId } = await db.section.findFirstOrThrow();
  const other = await db.section.create({ data: { courseId, name: "Beside" } });
  const lines = Array.from({ length: 300 }, (_, i) => `p${i}@uni.example`);
  const rosters = [read(lines.join("\n")), read(lines.toReversed().join("\n"))];
  const places = [by, { ...by, sectionId: other.id }];
  const imported = async (i: 0 | 1) => {
    const { hash } = await planImport(places[i]!, rosters[i]!);
    const first = await importRoster({ ...places[i]!, roster: rosters[i]!, hash });
    if (first.status === "done") return first;
    return importRoster({ ...places[i]!, roster: rosters[i]!, hash: first.plan.hash });
  };
  const done = await Promise.all([imported(0), imported(1)]);
  expect(done.map(({ status }) => status)).toEqual(["done", "done"]);
  expect(await db.user.count()).toBe(301);
  expect(await db.enrollment.count()).toBe(601);
});

test("takes 2,000 people in one go", async () => {
  const roster = `Name,Email,ID\n${Array.from({ length: 2000 }, (_, i) => `P ${i},p${i}@uni.example,${i + 1}`).join("\n")}`;
  const { invited } = await take(roster);
  expect(invited).toHaveLength(2000);
  expect(await db.enrollment.count()).toBe(2001);
  expect(await db.auditEvent.count({ where: { action: "person.added" } })).toBe(2000);
  expect((await plan(roster)).unchanged).toBe(2000);
});

test("of the messy roster takes its five people: the importer, who is there, and four, one under a name that is text", async () => {
  const file = path.resolve(import.meta.dirname, "../../unit/cohort/roster/files/messy.csv");
  await take(readFileSync(file, "utf8"));
  expect(await here()).toEqual([
    "Ines Duarte instructor",
    "Daniela Rossi assistant unclaimed",
    '=HYPERLINK("http://x") student unclaimed',
    "Amara Okafor student unclaimed",
    "Björn Lindqvist student unclaimed",
  ]);
});

test("keeps the first group that a roster names, changes it, and leaves it where a later one names none", async () => {
  const groups = async () =>
    (await listPeople(by.sectionId)).flatMap(({ name, group }) =>
      group ? [`${name} ${group}`] : [],
    );
  await take("Name,Email,Group\nAda,ada@uni.example,Tuesday; Lab 2\nBo,bo@uni.example,\n");
  expect(await groups()).toEqual(["Ada Tuesday"]);
  const moved = "Name,Email,Group\nAda,ada@uni.example,Friday\nBo,bo@uni.example,Tuesday\n";
  expect((await plan(moved)).change.map(({ group }) => group)).toEqual([
    { from: "Tuesday", to: "Friday" },
    { from: null, to: "Tuesday" },
  ]);
  await take(moved);
  await take("Name,Email\nAda,ada@uni.example\nBo,bo@uni.example\n");
  expect(await groups()).toEqual(["Ada Friday", "Bo Tuesday"]);
  expect(await history()).toEqual(
    expect.arrayContaining([
      'person.group Ada {"group":"Tuesday"} {"group":"Friday"}',
      'person.added Ada null {"role":"student","group":"Tuesday"}',
    ]),
  );
});
