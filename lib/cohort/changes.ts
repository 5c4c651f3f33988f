import "server-only";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { type AuditLine, listChanges } from "./audit";
import { type Names, type ToldChange, tellChange } from "./change-words";

export interface SectionChanges {
  readonly name: string;
  /** The time zone of the section, which its times are told in. */
  readonly timeZone: string;
  readonly changes: readonly (AuditLine & ToldChange)[];
  readonly page: number;
  readonly pages: number;
}

/** A page of what was changed in a section, in words, the newest first; null when there is no such section. */
export async function findSectionChanges(
  sectionId: string,
  wanted: number,
): Promise<SectionChanges | null> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: { name: true, timeZone: true },
  });
  if (!section) return null;
  const { lines, page, pages } = await listChanges(sectionId, wanted);
  const names = await namesIn(lines);
  const changes = lines.map((line) => ({ ...line, ...tellChange(line, names) }));
  return { ...section, changes, page, pages };
}

/** The names of what these changes speak of by id: lessons, exercises, sections, assignments. */
export async function namesIn(lines: readonly AuditLine[]): Promise<Names> {
  const ids = [
    ...new Set(lines.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)])),
  ];
  const where = { id: { in: ids } };
  const select = { id: true, title: true } as const;
  const [lessons, exercises, assignments, sections] = await Promise.all([
    db.lesson.findMany({ where, select }),
    db.exercise.findMany({ where, select }),
    db.assignment.findMany({ where, select }),
    db.section.findMany({ where, select: { id: true, name: true } }),
  ]);
  return new Map([
    ...[...lessons, ...exercises, ...assignments].map(({ id, title }) => [id, title] as const),
    ...sections.map(({ id, name }) => [id, name] as const),
  ]);
}

function idsIn(value: unknown): string[] {
  if (typeof value === "string") return isId(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
