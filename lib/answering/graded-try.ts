import "server-only";
import type { Result } from "@/lib/exercise";
import type { VariantState } from "./find-variant";
import type { GradedRules } from "./graded-rules";
import type { GradedState } from "./graded-state";
import type { KeptGrade } from "./keep-submission";
import type { SubmissionInput } from "./submission-input";
import type { TriedVariant } from "./tried";

/** The parts that are to be graded of those asked for, or why none is. Where all are asked for, those that say what was
 *  graded last cost no further attempt; those without an attempt left are passed over. */
export function takenOf(
  { graded, kept, opened }: Pick<VariantState, "graded" | "kept" | "opened">,
  {
    asked,
    all,
    number,
    responses,
  }: Pick<SubmissionInput, "asked" | "number" | "responses"> & { all: boolean },
  rules: GradedRules | null,
):
  | { readonly asked: readonly string[] }
  | { readonly status: "closed" | "no-attempts" | "unchanged" } {
  if (!rules || !graded || kept) return { asked };
  if (graded.handedIn || receivedAt(graded, rules) > rules.endsAt) return { status: "closed" };
  if (opened) return { asked };
  const isNew = (part: string) => !all || graded.judged[part] !== responses[part];
  const isLeft = (part: string) =>
    rules.tries === null || triesOf(graded, number, part) < rules.tries;
  const changed = asked.filter(isNew);
  const left = changed.filter(isLeft);
  if (left.length > 0) return { asked: left };
  return { status: changed.length > 0 ? "no-attempts" : "unchanged" };
}

/** What the graded work comes to, with this result as one more try; without it where there is none, or it is unreadable. */
export async function gradedAfter(
  { graded }: Pick<VariantState, "graded">,
  rules: GradedRules,
  {
    place,
    result,
  }: { readonly place: Omit<TriedVariant, "tries">; readonly result: Result | null },
): Promise<KeptGrade> {
  if (!graded) throw new Error(`no graded work ${rules.assignedId}`);
  const at = receivedAt(graded, rules);
  const tried =
    result?.status === "graded" ? withTry(graded.tried, place, { at, result }) : graded.tried;
  const { assignedId } = rules;
  return { assignedId, before: graded.attempts, receivedAt: at, ...(await rules.earn(tried)) };
}

const receivedAt = ({ now }: GradedState, rules: GradedRules): Date =>
  rules.receivedAt ?? new Date(now);

const triesOf = ({ tried }: GradedState, number: number, part: string): number =>
  tried
    .filter((variant) => variant.number === number)
    .flatMap(({ tries }) => tries)
    .filter(({ earned }) => Object.hasOwn(earned, part)).length;

function withTry(
  tried: readonly TriedVariant[],
  place: Omit<TriedVariant, "tries">,
  { at, result }: { at: Date; result: Extract<Result, { status: "graded" }> },
): TriedVariant[] {
  const before = tried.find(({ number }) => number === place.number) ?? { ...place, tries: [] };
  const earned = Object.fromEntries(result.parts.map((part) => [part.part, part.earned]));
  const after = { ...before, tries: [...before.tries, { at: at.getTime(), earned }] };
  return [...tried.filter((one) => one !== before), after];
}
