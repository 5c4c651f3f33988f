import "server-only";
import { plainName } from "@/lib/auth/plain-name";
import { nameOfIssuer } from "@/lib/auth/providers";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SectionRole } from "./people";

export type AccountRole = Viewer["role"];

/** An account as an admin sees it. */
export interface AccountEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly since: Date;
  /** The sections that they are in now, by name. */
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: SectionRole;
  }[];
  /** What opens it, in words; empty where nothing does yet. */
  readonly opensBy: readonly string[];
}

/** Who has an email has an account; guests have none. */
const isAccount = { email: { not: null } } satisfies Prisma.UserWhereInput;

const perPage = 50;

/** A page of the accounts whose name, email or campus id has these words in it, by name. */
export async function listAccounts({
  find = "",
  role,
  page: wanted = 1,
}: {
  readonly find?: string;
  readonly role?: AccountRole;
  readonly page?: number;
}): Promise<{ accounts: AccountEntry[]; count: number; page: number; pages: number }> {
  const where = { ...isAccount, role, AND: plainName(find).split(" ").map(hasWord) };
  const count = await db.user.count({ where });
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages);
  const rows = await db.user.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: perPage * (page - 1),
    take: perPage,
    select: entryColumns,
  });
  return { accounts: rows.map(entryOf), count, page, pages };
}

/** An account; null where nobody has this id, or a guest. */
export async function findAccount(id: string): Promise<AccountEntry | null> {
  const row = await db.user.findFirst({ where: { id, ...isAccount }, select: entryColumns });
  return row && entryOf(row);
}

function hasWord(word: string): Prisma.UserWhereInput {
  // In a pattern these three stand for others, or for the next one as it is.
  const contains = word.replace(/[\\%_]/g, "\\$&");
  const has = { contains, mode: "insensitive" as const };
  return { OR: [{ name: has }, { email: has }, { enrollments: { some: { campusId: has } } }] };
}

const entryColumns = {
  id: true,
  name: true,
  email: true,
  role: true,
  createdAt: true,
  passwordHash: true,
  identities: { orderBy: { createdAt: "asc" }, select: { issuer: true } },
  enrollments: {
    where: { removedAt: null },
    orderBy: { section: { name: "asc" } },
    select: { role: true, section: { select: { id: true, name: true } } },
  },
} as const satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof entryColumns }>;

/** Field by field: the password's hash stays here. */
function entryOf({ id, name, email, role, createdAt, ...row }: Row): AccountEntry {
  return {
    id,
    name,
    email: email ?? "",
    role,
    since: createdAt,
    sections: row.enrollments.map(({ section, role: as }) => ({ ...section, role: as })),
    opensBy: [
      ...(row.passwordHash ? ["password"] : []),
      ...new Set(row.identities.map(({ issuer }) => nameOfIssuer(issuer))),
    ],
  };
}
