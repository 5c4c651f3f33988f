import "server-only";
import { pool } from "@/lib/db/client";

const variant = {
  id: "uuid",
  userId: "uuid",
  exerciseId: "uuid",
  versionId: "text",
  assignedId: "uuid",
  number: "int4",
  seed: "text",
  engineVersion: "text",
  givens: "jsonb",
  key: "jsonb",
  view: "jsonb",
  standing: "jsonb",
  revision: "int4",
  createdAt: "timestamptz",
} as const;

const submission = {
  id: "uuid",
  variantId: "uuid",
  idempotencyKey: "uuid",
  asked: "text[]",
  responses: "jsonb",
  status: '"SubmissionStatus"',
  result: "jsonb",
  createdAt: "timestamptz",
} as const;

const score = {
  userId: "uuid",
  exerciseId: "uuid",
  best: "float8",
  first: "float8",
  firstNumber: "int4",
  attempts: "int4",
  firstAt: "timestamptz",
  updatedAt: "timestamptz",
} as const;

/** The columns that made-up rows fill, and their types. */
const tables = { variant, submission, score } as const;

/** Writes many rows in one statement, which is several times faster than by the client's own way. Columns that a row has
 *  no value for are null. */
export async function insertRows(
  table: keyof typeof tables,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.entries(tables[table]);
  const names = columns.map(([name]) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`));
  await pool.query({
    text: `
      insert into ${table} (${names.join(", ")})
      select ${columns.map(([name]) => `r."${name}"`).join(", ")}
      from jsonb_to_recordset($1::jsonb) as r(${columns.map(([name, type]) => `"${name}" ${type}`).join(", ")})`,
    values: [JSON.stringify(rows)],
  });
}
