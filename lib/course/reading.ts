import "server-only";
import { z } from "zod";
import { countVisit } from "@/lib/auth/admit";
import type { FormCall, Refusal } from "@/lib/auth/form-route";
import { safeNext } from "@/lib/auth/next-path";
import type { Reading } from "@/lib/content/exercise-card/reading";
import { escaped } from "@/lib/content/to-html";
import { kinds } from "@/lib/exercise/kinds";
import type { Read } from "@/lib/exercise/kinds/kind";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import { findExerciseVersion } from "./exercise-version";

/** What is asked about: the text in one field, and the part's view as the page has it. */
export const readingForm = z.object({
  exercise: z.string().regex(/^[0-9a-f]{1,64}$/),
  part: z.string().max(64),
  view: z.string().max(40_000).transform(parsed),
  response: z.string().max(10_000),
  return: z.string().max(500).default("/").transform(safeNext),
});

type Outcome = { readonly json: Reading } | { readonly refusal: Refusal };

const unknown: Refusal = {
  status: 404,
  message: "This exercise is not there any more. Reload the page to see what took its place.",
};

/** How an answer is read, without a verdict. It needs no learner, draws no numbers and knows no key: the view says how
 *  large a matrix is asked for and which blanks there are, and a page has it already. */
export async function tellReading({
  input,
  request,
}: FormCall<z.infer<typeof readingForm>>): Promise<Outcome> {
  const refusal = await countVisit(request, "read");
  if (refusal) return { refusal };
  const version = await findExerciseVersion(input.exercise);
  const part = version?.exercise.parts.find(({ name }) => name === input.part);
  if (!part) return { refusal: unknown };
  const { readBack, viewSchema } = kinds[part.kind];
  const view = viewSchema.safeParse(input.view);
  if (!readBack || !view.success || input.response.trim() === "") return { json: nothing };
  return { json: shown(readBack(input.response, view.data, part.settings)) };
}

const nothing: Reading = { status: "read", html: "" };

function shown(read: Read<readonly string[]>): Reading {
  if (read.status === "read") return { status: "read", html: read.reading.map(lineOf).join("") };
  return read.unfinished ? nothing : { status: "unreadable", html: escaped(read.message) };
}

function lineOf(tex: string): string {
  try {
    return `<span>${texToHtml(tex, { once: true })}</span>`;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof RangeError) return "";
    throw error;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
