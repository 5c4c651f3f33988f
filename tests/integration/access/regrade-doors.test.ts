import { beforeAll, describe, expect, test, vi } from "vitest";
import { report } from "@/app/assignments/[assignment]/report-actions";
import { apply, drop, plan } from "@/app/sections/[section]/regrade/actions";
import { answer } from "@/app/sections/[section]/reports/actions";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { untouched } from "@/lib/ui/filled-form";
import { aForm } from "../a-fields";
import { loadLesson, plan as planned, wrongKey } from "../assessment/a-regrade";
import { anAssignment, answers, aSectionOf } from "../assessment/an-assignment";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

const people: Record<string, User> = {};
let section: string;
let beside: string;
let assignment: string;
let regrade: string;
let reportId: string;

beforeAll(async () => {
  await loadLesson(wrongKey);
  section = await aSectionOf("double");
  beside = await aSectionOf("double");
  assignment = await anAssignment({ sectionId: section, items: ["double"] });
  await person("instructor", "instructor", section, "instructor");
  await person("assistant", "student", section, "assistant");
  await person("student", "student", section, "student");
  await person("instructor beside", "instructor", beside, "instructor");
  await person("student beside", "student", beside, "student");
  await person("admin", "admin");
  const { id: userId } = people.student!;
  await answers({ userId, seedKey: `user:${userId}`, viewer: null }, assignment, { two: "1" });
  regrade = (await planned({ sectionId: section, voids: { variantId: null } })).id;
  const variant = await db.variant.findFirstOrThrow();
  const row = { assignedId: variant.assignedId!, variantId: variant.id, text: "It is right." };
  reportId = (await db.exerciseReport.create({ data: row })).id;
});

async function person(
  name: string,
  role: User["role"],
  sectionId?: string,
  as?: "student" | "assistant" | "instructor",
) {
  const email = `${name.replaceAll(" ", "-")}@doors.test`;
  const enrollments = sectionId ? { create: { sectionId, role: as! } } : undefined;
  people[name] = await db.user.create({ data: { name, email, role, enrollments } });
}

const everybody = [
  "anonymous",
  "student",
  "assistant",
  "instructor",
  "instructor beside",
  "student beside",
  "admin",
];
const teaching = ["instructor", "admin"];
const staff = ["assistant", ...teaching];
const members = ["student", ...staff];

const doors: Record<string, readonly [() => Promise<unknown>, readonly string[]]> = {
  "the list of regrades": [() => enter("page /sections/[section]/regrade", { section }), teaching],
  "a regrade": [
    () => enter("page /sections/[section]/regrade/[regrade]", { section, regrade }),
    teaching,
  ],
  "working one out": [() => plan(aForm({ section })), teaching],
  "applying one": [() => apply(untouched, aForm({ section, regrade })), teaching],
  "dropping one": [() => drop(aForm({ section })), teaching],
  "the reports": [() => enter("page /sections/[section]/reports", { section }), staff],
  "answering a report": [() => answer(untouched, aForm({ section, report: reportId })), staff],
  "making a report": [() => report(untouched, aForm({ assignment, text: "" })), members],
};

const signInAs = async (name: string) => {
  request.cookies.clear();
  const user = people[name];
  if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
};

describe.each(Object.entries(doors))("%s", (_, [knock, open]) => {
  test.each(everybody)("is there for %s, or is not", async (name) => {
    await signInAs(name);
    request.headers = new Headers({ "x-path": "/wanted" });
    const end = await endOf(knock());
    if (name === "anonymous") expect(end).toBe("/sign-in?next=%2Fwanted");
    else if (open.includes(name)) expect(end).not.toBe("404");
    else expect(end).toBe("404");
  });
});

describe("an instructor of another section", () => {
  test("drops, applies and answers nothing here, by whichever section they name", async () => {
    await signInAs("instructor beside");
    const choice = { policy: "apply", treatment: "void", reason: "Because" };
    await endOf(drop(aForm({ section: beside, regrade })));
    await endOf(apply(untouched, aForm({ section: beside, regrade, ...choice })));
    await endOf(answer(untouched, aForm({ section: beside, report: reportId, reply: "No" })));
    expect(await db.regrade.findUnique({ where: { id: regrade } })).toMatchObject({
      status: "planned",
    });
    expect(await db.exerciseReport.findUnique({ where: { id: reportId } })).toMatchObject({
      reply: null,
    });
  });
});
