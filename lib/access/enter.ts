import "server-only";
import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "@/lib/auth/viewer";
import { isId } from "@/lib/course/id";
import { isWorkOf } from "@/lib/course/section";
import { db } from "@/lib/db/client";
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
  teaches: async (viewer, { section = "" }) => teaches(viewer, section),
  "teaches-work": async (viewer, { section = "", student = "", exercise = "" }) =>
    isId(student) &&
    isId(exercise) &&
    (await teaches(viewer, section)) &&
    (await isWorkOf(section, student, exercise)),
} satisfies Partial<
  Record<Rule, (viewer: Viewer, params: Readonly<Record<string, string>>) => Promise<boolean>>
>;

async function teaches(viewer: Viewer, sectionId: string): Promise<boolean> {
  // PostgreSQL refuses to look for what is no id.
  if (!isId(sectionId)) return false;
  if (viewer.role === "admin") return true;
  const enrollment = await db.enrollment.findUnique({
    where: { userId_sectionId: { userId: viewer.id, sectionId } },
    select: { role: true },
  });
  return enrollment?.role === "instructor";
}
