import "server-only";
import { type PublicPart, toPublicPart } from "@/lib/content/exercise-card/public-result";
import { countingOf } from "./standing";
import type { Work } from "./work";

/** By part, what came of the last answer, as a browser gets it, beside what counts. */
export function publicResults({
  results,
  standing,
  sectionOn,
}: Pick<Work, "results" | "standing" | "sectionOn">): Readonly<Record<string, PublicPart>> {
  const telling = { sectionOn, counting: countingOf(standing) };
  return Object.fromEntries(
    Object.entries(results).map(([part, result]) => [part, toPublicPart(result, telling)]),
  );
}
