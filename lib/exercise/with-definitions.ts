import { exprsIn } from "./diagnosis/leading-to";
import type { Exercise } from "./exercise";
import type { Issue } from "./issue";
import { type Definition, type Definitions, define, gradientsIn } from "./language/definitions";
import type { Expr } from "./language/expr";
import { placesIn, rootOf } from "./language/nodes/places";

type Parsed = Pick<Exercise, "givens" | "parts" | "fixed" | "misconceptions">;

/** Lets the gradients in an exercise go back into its givens and parts, and tells those that cannot: where a given on the way
 *  draws while it computes, nobody knows afterwards what it was worked out from. */
export function withDefinitions(exercise: Parsed): Issue[] {
  const { givens, parts, fixed, misconceptions } = exercise;
  const definitions = definitionsIn(exercise);
  const exprs = [
    ...[...givens, ...parts].flatMap(exprsIn),
    ...fixed.flatMap((one) => [...Object.values(one.givens), ...Object.values(one.key)]),
    ...misconceptions.flatMap(({ when }) => Object.values(when)),
  ];
  for (const expr of exprs) define(expr, definitions);
  return exprs.flatMap((expr) => mixedIn(expr, definitions));
}

/** What the names of an exercise's givens and parts were worked out from. */
export function definitionsIn({ givens, parts }: Pick<Exercise, "givens" | "parts">): Definitions {
  const definitions = new Map<string, Definition>();
  for (const { name, expr } of givens) definitions.set(name, { expr, isPart: false });
  for (const part of parts) {
    const { answer } = part.settings as { readonly answer?: Expr };
    if (answer && exprsIn(part).includes(answer)) {
      definitions.set(part.name, { expr: answer, isPart: true });
    }
  }
  return definitions;
}

function mixedIn(expr: Expr, definitions: Definitions): Issue[] {
  return gradientsIn(expr.node).flatMap((call) => {
    const [of, by] = call.arguments.map((argument) => placesIn(argument).map(rootOf));
    const mixed = of && by && onTheWay(of, new Set(by), definitions);
    if (mixed === undefined) return [];
    const { line, column } = expr.at;
    const message = `grad does not go back through ${mixed}, which draws while it computes`;
    const mend = `Draw in a <Given> of its own, and use its name in ${mixed}.`;
    return [{ line, column, message, mend }];
  });
}

/** The first of the names, or of those that they were worked out from, that draws and is worked out from one of `by`. */
function onTheWay(
  names: readonly string[],
  by: ReadonlySet<string>,
  definitions: Definitions,
): string | undefined {
  const seen = new Set<string>();
  const known = new Map<string, boolean>();
  const leads = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = by.has(name) || (definitions.get(name)?.expr.names.some(leads) ?? false);
    known.set(name, found);
    return found;
  };
  const find = (name: string): string | undefined => {
    const expr = definitions.get(name)?.expr;
    if (!expr || by.has(name) || seen.has(name)) return undefined;
    seen.add(name);
    if (expr.draws && expr.names.some(leads)) return name;
    return expr.names.map(find).find((found) => found !== undefined);
  };
  return names.map(find).find((found) => found !== undefined);
}
