import type { Exercise, Given, Part } from "@/lib/exercise/exercise";
import type { Expr } from "@/lib/exercise/language/expr";

const known = new WeakMap<Part | Given, ReadonlySet<string>>();

/** The names of the givens and parts that a part or a given is worked out from, also by way of others. */
export function leadingTo(exercise: Exercise, to: Part | Given): ReadonlySet<string> {
  const before = known.get(to);
  if (before) return before;
  const names = new Set<string>();
  const add = (read: readonly string[]) => {
    for (const name of read) {
      if (names.has(name)) continue;
      names.add(name);
      add(readBy(exercise, name));
    }
  };
  add(namesIn(to));
  known.set(to, names);
  return names;
}

function readBy({ givens, parts }: Exercise, name: string): readonly string[] {
  const named = (one: Part | Given) => one.name === name;
  const found = parts.find(named) ?? givens.find(named);
  return found ? namesIn(found) : [];
}

/** The names in a given's expression, or in a part's own, wherever its kind keeps them in its settings. */
export function namesIn(of: Part | Given): readonly string[] {
  return exprsIn(of).flatMap(({ names }) => names);
}

/** A given's expression; those of a part, wherever its kind keeps them in its settings. */
export function exprsIn(of: Part | Given): readonly Expr[] {
  return "expr" in of ? [of.expr] : Object.values(of.settings as object).flatMap(exprsAt);
}

/** A setting that is an expression, or those of a list of options. */
function exprsAt(setting: unknown): Expr[] {
  if (isExpr(setting)) return [setting];
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((one: unknown) =>
    typeof one === "object" && one !== null ? Object.values(one).filter(isExpr) : [],
  );
}

const isExpr = (setting: unknown): setting is Expr =>
  typeof setting === "object" && setting !== null && "run" in setting && "names" in setting;
