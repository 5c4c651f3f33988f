import "server-only";
import { z } from "zod";
import { admitVisit } from "@/lib/auth/admit";
import type { FormCall, Refusal } from "@/lib/auth/form-route";
import { safeNext } from "@/lib/auth/next-path";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import type { Reading } from "@/lib/content/exercise-card/reading";
import { kinds } from "@/lib/exercise/kinds";
import { withPoints } from "@/lib/exercise/with-points";
import { noReading, readAs } from "./read-as";

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
  message: "This exercise is no longer here. Reload the page to see what took its place.",
};

/** How an answer is read, without a verdict. It needs no learner, draws no numbers and knows no key: the view says how
 *  large a matrix is asked for and which blanks there are, and a page has it already. */
export async function tellReading({
  input,
  request,
}: FormCall<z.infer<typeof readingForm>>): Promise<Outcome> {
  const admitted = await admitVisit(request, "read");
  if ("refusal" in admitted) return admitted;
  const version = await findExerciseVersion(input.exercise);
  const part = version?.exercise.parts.find(({ name }) => name === input.part);
  if (!part) return { refusal: unknown };
  const view = kinds[part.kind].viewSchema.safeParse(input.view);
  const { viewer } = admitted;
  const typed = viewer?.decimalComma ? withPoints(input.response) : input.response;
  return { json: view.success ? readAs(part, typed, view.data) : noReading };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
