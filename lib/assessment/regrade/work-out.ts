import type { Numbers } from "@/lib/answering/numbers";
import type { TriedVariant } from "@/lib/answering/tried";
import { type Exercise, type Result, toJson } from "@/lib/exercise";
import { carryOver } from "@/lib/exercise/carry-over";
import type { Draw } from "@/lib/exercise/draw";
import type { StoredVariant, StoredWork } from "./gather";
import { judgeAnew, type StoredSubmission } from "./judge";

/** What a regrade judges by. */
export interface Corrected {
  readonly versionId: string;
  readonly exercise: Exercise;
  /** Whether answers are judged by it; else numbers are only made void. */
  readonly judges: boolean;
  /** Whether a variant's numbers are void, whatever the version says of them. */
  readonly voids: (variantId: string) => boolean;
}

/** What an assigned exercise comes to anew. */
export interface WorkedOut {
  /** By submission: what was judged anew. */
  readonly results: ReadonlyMap<string, Result>;
  readonly corrections: readonly { readonly variantId: string; readonly numbers: Numbers }[];
  /** The variants whose numbers are lost. */
  readonly lostVariants: readonly StoredVariant[];
  /** Why they are; null where none is. */
  readonly lost: string | null;
  /** Everything that counts, with the new results, and the same without lost numbers. */
  readonly tried: readonly TriedVariant[];
  readonly triedVoid: readonly TriedVariant[];
}

interface Judged {
  readonly variant: StoredVariant;
  readonly versionId: string;
  readonly results: ReadonlyMap<string, Result>;
  readonly numbers: Numbers | null;
  readonly lost: string | null;
}

/** Works out what the answers in one assigned exercise come to. `versionOf` gives the exercise of a version. */
export function workOut(
  { variants }: Pick<StoredWork, "variants">,
  corrected: Corrected,
  versionOf: (versionId: string) => Exercise,
): WorkedOut {
  const judged = variants.map((variant) => judgeVariant(variant, corrected, versionOf));
  const lost = judged.filter((one) => one.lost !== null);
  return {
    results: new Map(judged.flatMap(({ results }) => [...results])),
    corrections: judged.flatMap(({ variant, numbers }) =>
      numbers ? [{ variantId: variant.id, numbers }] : [],
    ),
    lostVariants: lost.map(({ variant }) => variant),
    lost: lost[0]?.lost ?? null,
    tried: triedOf(judged),
    triedVoid: triedOf(judged.filter((one) => one.lost === null)),
  };
}

function judgeVariant(
  variant: StoredVariant,
  { versionId, exercise, judges, voids }: Corrected,
  versionOf: (versionId: string) => Exercise,
): Judged {
  const { drawn, now, hints, submissions } = variant;
  const as = { variant, versionId: now.versionId, results: new Map(), numbers: null };
  if (voids(variant.id)) return { ...as, lost: "The numbers were declared void." };
  if (!judges || now.versionId === versionId) return { ...as, lost: null };
  const over = carryOver(versionOf(drawn.versionId), exercise, drawn);
  if (over.status === "lost") return { ...as, lost: over.why };
  const numbers = numbersOf(over.draw);
  const before = { exercise: versionOf(now.versionId), numbers: now };
  const results = judgeAnew(submissions, { before, after: { exercise, numbers }, hints });
  return { variant, versionId, results, numbers, lost: null };
}

function numbersOf({ givens, parts }: Draw): Numbers {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  const json = Object.entries(givens).map(([name, value]) => [name, toJson(value)] as const);
  return { givens: Object.fromEntries(json), key: column("key"), view: column("view") };
}

const triedOf = (judged: readonly Judged[]): TriedVariant[] =>
  judged.flatMap(({ variant, versionId, results }) => {
    const tries = variant.submissions.flatMap((one) => tryOf(one, results.get(one.id)));
    return tries.length > 0 ? [{ number: variant.number, versionId, tries }] : [];
  });

function tryOf({ at, result: before }: StoredSubmission, after?: Result) {
  const result = after ?? before;
  if (result.status !== "graded") return [];
  const earned = Object.fromEntries(result.parts.map(({ part, earned }) => [part, earned]));
  return [{ at: at.getTime(), earned }];
}
