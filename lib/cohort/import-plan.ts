import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import type { Records } from "./audit";
import type { SectionRole } from "./people";
import type { Person, ReadRoster } from "./roster/roster";

/** What there is of somebody's account before an import. */
export type AccountState =
  /** None: the import makes it. */
  | "new"
  /** One that a roster made, which nothing opens yet. */
  | "unclaimed"
  | "claimed";

export interface Placed {
  readonly person: Person;
  /** Null where the account is still to be made. */
  readonly userId: string | null;
  readonly account: AccountState;
  readonly role: SectionRole;
  readonly campusId: string | null;
  /** The group within the section; null for none. */
  readonly group: string | null;
}

export interface Shift<Value> {
  readonly from: Value;
  readonly to: Value;
}

export interface Changed {
  readonly person: Person;
  readonly userId: string;
  readonly role?: Shift<SectionRole>;
  readonly campusId?: Shift<string | null>;
  readonly group?: Shift<string | null>;
}

/** A role that the roster would take away and the import leaves. */
export interface Kept {
  readonly person: Person;
  readonly role: Shift<SectionRole>;
  readonly reason: "yourself" | "last-instructor";
}

/** What an import would do, in the roster's order. */
export interface ImportPlan {
  readonly add: readonly Placed[];
  /** Those who were removed and come back. */
  readonly restore: readonly Placed[];
  readonly change: readonly Changed[];
  readonly kept: readonly Kept[];
  /** How many are in the section already as the roster has them. */
  readonly unchanged: number;
  /** The same plan has the same hash, and another has another. */
  readonly hash: string;
}

/** What importing a roster would do to a section, as things are now. `actorId` is who would do it. */
export async function planImport(
  { actorId, sectionId }: { readonly actorId: string; readonly sectionId: string },
  { people }: Pick<ReadRoster, "people">,
  tx: Records = db,
): Promise<ImportPlan> {
  const found = await findStandings(tx, sectionId, people);
  const standings = people.map((person) => ({ person, now: found.get(person.email) }));
  const add = standings.filter(({ now }) => !now?.role).map(toAdd);
  const restore = standings.flatMap(({ person, now }) =>
    now?.role && now.removed ? [toRestore(person, now, now.role)] : [],
  );
  const here = standings.flatMap(({ person, now }) =>
    now?.role && !now.removed ? [compare(person, now, now.role)] : [],
  );
  const endsTeaching = here.filter(({ role }) => role?.from === "instructor");
  const own = endsTeaching.filter(({ userId }) => userId === actorId);
  const others = endsTeaching.filter(({ userId }) => userId !== actorId);
  const getsAnother =
    [...add, ...restore].some(({ role }) => role === "instructor") ||
    here.some(({ role }) => role?.to === "instructor");
  const lastOnes = getsAnother || (await staysTaught(tx, sectionId, others)) ? [] : others;
  const kept = [...keep(own, "yourself"), ...keep(lastOnes, "last-instructor")];
  const keeps = new Set(kept.map(({ person }) => person));
  const change = here
    .map((one) => (keeps.has(one.person) ? { ...one, role: undefined } : one))
    .filter(saysSomething);
  const unchanged = here.filter((one) => !saysSomething(one)).length;
  const plan = { add, restore, change, kept, unchanged };
  return { ...plan, hash: hashOf(sectionId, plan) };
}

const saysSomething = ({ role, campusId, group }: Changed) => Boolean(role || campusId || group);

/** Somebody's account and place in the section; `role` is null where they never had one. */
interface Standing {
  readonly email: string;
  readonly userId: string;
  readonly claimed: boolean;
  readonly role: SectionRole | null;
  readonly campusId: string | null;
  readonly group: string | null;
  readonly removed: boolean;
}

async function findStandings(
  tx: Records,
  sectionId: string,
  people: readonly Person[],
): Promise<ReadonlyMap<string, Standing>> {
  const emails = people.map(({ email }) => email);
  const rows = await tx.$queryRaw<Standing[]>`
    select u.email, u.id as "userId", e.role::text as role, e.campus_id as "campusId",
      e."group",
      e.removed_at is not null as removed,
      u.password_hash is not null or exists (select from identity i where i.user_id = u.id) as claimed
    from "user" u
    left join enrollment e on e.user_id = u.id and e.section_id = ${sectionId}::uuid
    where u.email = any(${emails}::text[])`;
  return new Map(rows.map((row) => [row.email, row]));
}

interface Stood {
  readonly person: Person;
  readonly now: Standing | undefined;
}

function toAdd({ person, now }: Stood): Placed {
  const account = now ? accountOf(now) : "new";
  const { role, campusId = null } = person;
  const group = groupOf(person);
  return { person, userId: now?.userId ?? null, account, role, campusId, group };
}

const toRestore = (person: Person, now: Standing, role: SectionRole): Placed => ({
  person,
  userId: now.userId,
  account: accountOf(now),
  role: person.saysRole ? person.role : role,
  campusId: person.campusId ?? now.campusId,
  group: groupOf(person) ?? now.group,
});

/** Somebody is in one group of a section: the first that the roster names. */
const groupOf = ({ groups }: Person): string | null => groups[0] ?? null;

const accountOf = ({ claimed }: Standing): AccountState => (claimed ? "claimed" : "unclaimed");

/** Where the roster says something else than the section has. What it says nothing of stays. */
function compare(person: Person, now: Standing, role: SectionRole): Changed {
  const { campusId } = person;
  const group = groupOf(person);
  return {
    person,
    userId: now.userId,
    role: person.saysRole && person.role !== role ? { from: role, to: person.role } : undefined,
    campusId:
      campusId && campusId !== now.campusId ? { from: now.campusId, to: campusId } : undefined,
    group: group && group !== now.group ? { from: now.group, to: group } : undefined,
  };
}

/** Whether the section has another instructor than these. */
async function staysTaught(
  tx: Records,
  sectionId: string,
  leaving: readonly Changed[],
): Promise<boolean> {
  const userId = { notIn: leaving.map((one) => one.userId) };
  const stay = await tx.enrollment.count({
    where: { sectionId, role: "instructor", removedAt: null, userId },
  });
  return stay > 0;
}

const keep = (changes: readonly Changed[], reason: Kept["reason"]): Kept[] =>
  changes.flatMap(({ person, role }) => (role ? [{ person, role, reason }] : []));

function hashOf(sectionId: string, plan: Omit<ImportPlan, "hash">): string {
  return createHash("sha256")
    .update(JSON.stringify([sectionId, plan]))
    .digest("hex");
}
