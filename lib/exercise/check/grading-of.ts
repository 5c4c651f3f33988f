import type { Grading } from "@/lib/exercise/grading";
import type { Variant } from "@/lib/exercise/variant";

const known = new WeakMap<Variant, Grading>();

/** What grading needs of a variant just drawn: the same each time, so that what is worked out of it is kept. */
export function gradingOf(variant: Variant): Grading {
  const before = known.get(variant);
  if (before) return before;
  const { parts, scope } = variant;
  const each = Object.entries(parts);
  const made = {
    keys: Object.fromEntries(each.map(([name, { key }]) => [name, key])),
    views: Object.fromEntries(each.map(([name, { view }]) => [name, view])),
    scope: () => scope,
  };
  known.set(variant, made);
  return made;
}
