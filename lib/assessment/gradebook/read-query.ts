import { z } from "zod";
import { type GradeQuery, rowsAPage } from "./query";

const one = z.preprocess((value) => [value].flat()[0], z.string().max(100));
const sort = z.union([z.enum(["name", "group", "total"]), z.uuid()]);

const asked = z.object({
  sort: one.pipe(sort).catch("name"),
  down: one.transform((text) => text === "1").catch(false),
  find: one.transform((text) => text.trim()).catch(""),
  removed: one.transform((text) => text === "1").catch(false),
  open: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(100)).catch([]),
  page: one
    .pipe(
      z
        .string()
        .regex(/^[1-9]\d{0,4}$/)
        .transform(Number),
    )
    .catch(1),
});

/** What an address asks for. What cannot be is passed over. */
export function gradeQueryIn(params: Readonly<Record<string, string | string[] | undefined>>) {
  const { page, ...rest } = asked.parse(params);
  return { ...rest, offset: (page - 1) * rowsAPage } satisfies GradeQuery;
}
