import { z } from "zod";

/** The first line of a backup. After it come the rows of each table as PostgreSQL's COPY writes them in text, each
 *  table ended by a line `\.`, and a last line with the SHA-256 of everything before it. All of it is gzipped. */
export const backupHeader = z.strictObject({
  format: z.literal("chainrule-backup"),
  version: z.literal(1),
  made: z.iso.datetime(),
  /** The migrations that the database had, oldest first, with the SHA-256 of each one's file. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.number() }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string(), called: z.boolean() })),
});

export type BackupHeader = z.infer<typeof backupHeader>;

/** The line that ends a table's rows: COPY escapes every backslash in them. */
export const endOfRows = "\\.\n";

export const trailer = z.strictObject({ sha256: z.string() });

export const rowsIn = ({ tables }: BackupHeader) => tables.reduce((sum, { rows }) => sum + rows, 0);
