import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** Where ids of file contents stand: in columns of their own, and as the values of JSON objects. */
export const contentColumns = {
  own: ["course_file.content_id"],
  json: [
    "course_remote.files",
    "course_review.files",
    "course_version.files",
    "exercise_version.files",
    "lesson_version.files",
  ],
} as const;

/** How long it waits for who is keeping contents, before it leaves it to the next day. */
const patience = "5s";

/** Removes what files said that nothing refers to any more, and gives how many that were. Whoever keeps contents does it in
 *  one transaction with what refers to them: none of those is under way meanwhile. */
export async function removeUnusedContents(): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('lock_timeout', ${patience}, true)`;
    await tx.$executeRaw`lock table file_content in share row exclusive mode`;
    return tx.$executeRaw`
      delete from file_content where not exists (
        select from (${used}) as used where used.id = file_content.id
      )`;
  });
}

const used = Prisma.raw(
  [
    ...contentColumns.own.map((column) => `select ${column} as id from ${tableOf(column)}`),
    ...contentColumns.json.map(
      (column) => `select value from ${tableOf(column)}, jsonb_each_text(${column})`,
    ),
    // A check that is under way, or that somebody looks at.
    "select value from draft_check, jsonb_each_text(draft_check.around -> 'files')",
  ].join(" union all "),
);

function tableOf(column: string): string {
  return column.slice(0, column.indexOf("."));
}
