import "server-only";
import { notFound } from "next/navigation";
import { findAssignmentPlace } from "@/lib/assessment/setting/assignment-head";
import { isAssignmentOf } from "@/lib/assessment/setting/assignments";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { isInBank } from "@/lib/authoring/bank/courses";
import { authorRole, mayWrite } from "@/lib/authoring/course/author-role";
import type { SectionRole } from "@/lib/cohort/people";
import { isExerciseOf, isWorkOf, wasStudentOf } from "@/lib/cohort/section";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { type Door, type Rule, table } from "./table";

/** The doors where a role decides; at the others nobody is turned away for who they are. */
type GuardedDoor = {
  [D in Door]: (typeof table)[D] extends keyof typeof rules ? D : never;
}[Door];

type ParamOf<Path> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Name | ParamOf<Rest>
  : never;

/** What stands in the door's address, by the names of its pieces. */
type Params<D> = Readonly<Record<ParamOf<D>, string>>;

/** Who comes in at a door. Leads who is not signed in to the sign-in page and back; for anyone else who may not come in,
 *  nothing is there. For pages and actions. */
export async function enter<D extends GuardedDoor>(door: D, params: Params<D>): Promise<Viewer> {
  const viewer = await requireViewer();
  return (await may(viewer, door, params)) ? viewer : notFound();
}

/** Whether a viewer may come in at a door, as the table has it, asked of the database with every call. */
export function may<D extends GuardedDoor>(
  viewer: Viewer,
  door: D,
  params: Params<D>,
): Promise<boolean> {
  return rules[table[door]](viewer, params);
}

const rules = {
  "signed-in": async () => true,
  admin: async ({ role }) => role === "admin",
  "may-teach": async ({ role }) => role !== "student",
  member: async (viewer, { section = "" }) => isOf(viewer, section, ["student", ...staffRoles]),
  teaches: async (viewer, { section = "" }) => isOf(viewer, section, ["instructor"]),
  staff: async (viewer, { section = "" }) => isOf(viewer, section, staffRoles),
  "staff-exercise": async (viewer, { section = "", exercise = "" }) =>
    isId(exercise) &&
    (await isOf(viewer, section, staffRoles)) &&
    (await isExerciseOf(section, exercise)),
  "staff-assignment": async (viewer, { section = "", assignment = "" }) =>
    (await isOf(viewer, section, staffRoles)) && (await hasAssignment(section, assignment)),
  "teaches-assignment": async (viewer, { section = "", assignment = "" }) =>
    (await isOf(viewer, section, ["instructor"])) && (await hasAssignment(section, assignment)),
  "staff-student": async (viewer, { section = "", student = "" }) =>
    (await isOf(viewer, section, staffRoles)) && (await wasStudentOf(section, student)),
  "staff-graded": async (viewer, { section = "", student = "", assignment = "" }) =>
    (await isOf(viewer, section, staffRoles)) &&
    (await wasStudentOf(section, student)) &&
    (await hasAssignment(section, assignment)),
  "staff-work": async (viewer, { section = "", student = "", exercise = "" }) =>
    isId(student) &&
    isId(exercise) &&
    (await isOf(viewer, section, staffRoles)) &&
    (await isWorkOf(section, student, exercise)),
  assigned: async (viewer, { assignment = "" }) => {
    const place = await findAssignmentPlace(assignment);
    if (!place) return false;
    if (await isOf(viewer, place.sectionId, staffRoles)) return true;
    return place.published && (await isOf(viewer, place.sectionId, ["student"]));
  },
  writes: async (viewer, { course = "" }) => (await authorRole(viewer, course)) !== null,
  author: async (viewer, { course = "" }) => (await authorRole(viewer, course)) === "author",
  bank: async (viewer) => mayWrite(viewer),
  "bank-exercise": async (viewer, { exercise = "" }) =>
    isId(exercise) && (await mayWrite(viewer)) && (await isInBank(viewer, exercise)),
} satisfies Partial<
  Record<Rule, (viewer: Viewer, params: Readonly<Record<string, string>>) => Promise<boolean>>
>;

const hasAssignment = async (section: string, assignment: string) =>
  isId(assignment) && isAssignmentOf(section, assignment);

const staffRoles = ["assistant", "instructor"] as const;

/** Whether the viewer has one of these roles in a section, or may do everything. */
async function isOf(
  viewer: Viewer,
  sectionId: string,
  roles: readonly SectionRole[],
): Promise<boolean> {
  // PostgreSQL refuses to look for what is no id.
  if (!isId(sectionId)) return false;
  if (viewer.role === "admin") return true;
  const enrollment = await db.enrollment.findUnique({
    where: { userId_sectionId: { userId: viewer.id, sectionId } },
    select: { role: true, removedAt: true },
  });
  return enrollment !== null && !enrollment.removedAt && roles.includes(enrollment.role);
}
