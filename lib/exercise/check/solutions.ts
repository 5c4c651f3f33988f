import type { Tensor } from "@/lib/engine";
import { valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { newMeter } from "@/lib/exercise/language/budget";
import { compileText } from "@/lib/exercise/language/compile";
import type { Expr, Scope } from "@/lib/exercise/language/expr";
import { placesIn } from "@/lib/exercise/language/nodes/places";
import { asWritten, solve } from "@/lib/exercise/solution/solve";
import { isTensor, type Value } from "@/lib/exercise/value";
import type { Variant } from "@/lib/exercise/variant";
import { type Finding, failure } from "./finding";
import { gradingOf } from "./grading-of";
import type { Sample } from "./sample";

/** Every worked solution is told, and working a part out from the figures it shows comes to the key. */
export function solutionsRecompute({ exercise, fixed, drawn }: Sample): Finding[] {
  const all = [...fixed, ...drawn];
  for (const variant of all) {
    const { keys, views } = gradingOf(variant);
    solve(exercise, { keys, views, scope: variant.scope });
  }
  const places = new Places();
  return exercise.parts.flatMap((part) => {
    const lost = all.find((variant) => !recomputes(part, variant, places));
    if (!lost) return [];
    const message = `the solution's own figures do not come to ${part.name} (seed ${lost.seed}, number ${lost.number})`;
    const mend = "Two nearly equal numbers cancel in it: draw others, or ask for fewer figures.";
    return [failure(part.at, message, mend)];
  });
}

/** Whether a part's key comes out of its own formula with every value in it rounded as solutions write them. */
function recomputes(part: Part, { parts, scope }: Variant, places: Places): boolean {
  const { asReading, grade } = kinds[part.kind];
  const { key, view } = parts[part.name] ?? {};
  if (!asReading) return true;
  const again = rekeyed(part, (expr) => {
    const instead = new Map<string, Value>();
    for (const place of placesIn(expr.node)) {
      const value = places.valueAt(place, scope);
      if (value !== undefined) instead.set(place, asWritten(value));
    }
    return expr.run({ scope, instead, meter: newMeter() });
  });
  if (again === undefined) return false;
  const near = grade(key, asReading(again), part.settings, view);
  return near.earned >= 1;
}

/** The places that an exercise's expressions read, each compiled once for all of its variants. */
class Places {
  private readonly compiled = new Map<string, Expr | undefined>();

  /** The number or tensor that stands at a place ("pass.h[2]"); undefined for anything else. */
  valueAt(place: string, scope: Scope): number | Tensor | undefined {
    const expr = this.exprOf(place, scope);
    const value = expr && valueIn(expr, scope);
    return typeof value === "number" || (value !== undefined && isTensor(value))
      ? value
      : undefined;
  }

  private exprOf(place: string, scope: Scope): Expr | undefined {
    if (this.compiled.has(place)) return this.compiled.get(place);
    const compiled = compileText(place, { line: 1, column: 1 }, { names: scope.keys() });
    const expr = "issues" in compiled ? undefined : compiled.expr;
    this.compiled.set(place, expr);
    return expr;
  }
}
