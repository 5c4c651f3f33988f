import { type ChangedRule, type ChangedRuleName, changedRules } from "@/lib/engine";
import { toNumber } from "@/lib/exercise/coerce";
import { type Draw, draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { limits, type Meter, newMeter, spend, withinBudget } from "@/lib/exercise/language/budget";
import { LanguageError, type Scope } from "@/lib/exercise/language/expr";
import { namesIn } from "./leading-to";
import { replay } from "./replay";
import { sameKey } from "./same-numbers";

/** As many variants as it takes to see what a mistake does, whatever the label or the sign. */
const tried = 12;

/** What rules make a difference to. */
interface Relevant {
  readonly names: ReadonlySet<ChangedRuleName>;
  /** The parts that read earlier ones, in whose own step a rule changes something. */
  readonly inPart: ReadonlyMap<ChangedRuleName, ReadonlySet<Part>>;
}

const known = new WeakMap<Exercise, Relevant>();

/** The changed rules that make a difference to some key of this exercise, the likelier first, with the learning rate of
 *  these numbers. The others are never offered, and never replayed. */
export function relevantRules(exercise: Exercise, scope: Scope): readonly ChangedRule[] {
  const { names } = relevantTo(exercise);
  return rulesIn(scope).filter(({ name }) => names.has(name));
}

/** The parts that read earlier ones, and in whose own step a rule may make a difference, whatever was done before. */
export function partsChangedBy(exercise: Exercise, { name }: ChangedRule): ReadonlySet<Part> {
  return relevantTo(exercise).inPart.get(name) ?? new Set();
}

function relevantTo(exercise: Exercise): Relevant {
  const found = known.get(exercise) ?? tryRules(exercise);
  known.set(exercise, found);
  return found;
}

/** What so much work does not come to counts as no difference. */
function tryRules(exercise: Exercise): Relevant {
  const names = new Set<ChangedRuleName>();
  const inPart = new Map<ChangedRuleName, Set<Part>>();
  withinBudget((meter) => findRelevant(exercise, { names, inPart }, meter));
  return { names, inPart };
}

interface Finding {
  readonly names: Set<ChangedRuleName>;
  readonly inPart: Map<ChangedRuleName, Set<Part>>;
}

function findRelevant(exercise: Exercise, { names, inPart }: Finding, meter: Meter): void {
  const settled = new Set(exercise.parts.map(({ name }) => name));
  const later = exercise.parts.filter((part) => namesIn(part).some((name) => settled.has(name)));
  for (const drawn of triedDraws(exercise)) {
    for (const rule of rulesIn(drawn.scope)) {
      const { name } = rule;
      if (!names.has(name)) {
        if (changedParts(exercise, drawn, rule, { settled: new Set(), meter }).length === 0)
          continue;
        names.add(name);
      }
      const parts = inPart.get(name) ?? new Set();
      if (parts.size === later.length) continue;
      for (const part of changedParts(exercise, drawn, rule, { settled, meter })) {
        if (later.includes(part)) parts.add(part);
      }
      inPart.set(name, parts);
    }
  }
}

function rulesIn(scope: Scope): readonly ChangedRule[] {
  const alpha = scope.get("alpha");
  return changedRules(alpha === undefined ? 0 : toNumber(alpha));
}

/** Draws of an exercise, fair or not, to try mistakes on: as many as one budget allows. */
export function triedDraws(exercise: Exercise): Draw[] {
  const meter = newMeter();
  return Array.from({ length: tried }, (_, i) => tryDraw(exercise, i + 1, meter)).filter(
    (drawn) => drawn !== undefined,
  );
}

function tryDraw(exercise: Exercise, i: number, meter: Meter): Draw | undefined {
  try {
    return draw(exercise, { seed: `which rules matter: ${i}`, number: i }, meter);
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}

/** The parts whose keys are others under a rule. */
function changedParts(
  exercise: Exercise,
  { scope, parts }: Draw,
  { rules }: ChangedRule,
  { settled, meter }: { readonly settled: ReadonlySet<string>; readonly meter: Meter },
): Part[] {
  const keys = replay(exercise, { scope, settled }, { rules, meter });
  return exercise.parts.filter((part) => {
    const key = keys.get(part.name);
    if (key === undefined) return false;
    spend(meter, limits.held * (kinds[part.kind].numbers?.(key).length ?? 0));
    return !sameKey(part, parts[part.name]?.key, key);
  });
}
