import { type ChangedRule, type Rules, withChanges } from "@/lib/engine";
import type { Exercise } from "@/lib/exercise/exercise";
import { limits, newMeter, spend } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { placesIn } from "@/lib/exercise/language/nodes/places";
import { isRecord, isTensor, toJson, type Value } from "@/lib/exercise/value";
import { exprsIn } from "./leading-to";
import { givensUnder } from "./replay";

/** Changed rules that every part of a variant is worked out alike under: what its parts read of the givens has the same
 *  values, and the rules that its parts' own steps heed say the same. */
export interface RuleClass {
  readonly rules: Rules;
  /** The variant's values with its givens as they are under these rules, and what that took. */
  readonly values: Scope;
  readonly steps: number;
}

/** Work beyond which one calculation may use up its budget where another does not: rules are not held alike there. */
const mostSteps = limits.steps / 4;

/** The classes of single rules and of pairs on one variant, each found when it is first asked for. Hundreds of pairs come
 *  to a few classes. */
export class RuleClasses {
  private readonly found = new Map<string, RuleClass>();
  private readonly classes = new Map<string, RuleClass | null>();
  private readonly ids = new Map<string, number>();
  private readonly places: readonly string[];
  private heeded: readonly (keyof Rules)[] = [];

  /** `scope` has the givens and the true value of every part. */
  constructor(
    private readonly exercise: Exercise,
    private readonly scope: Scope,
  ) {
    const all = exercise.parts.flatMap((part) => exprsIn(part).map(({ node }) => placesIn(node)));
    const isGiven = (place: string) => exercise.givens.some(({ name }) => name === rootOf(place));
    this.places = [...new Set(all.flat())].filter(isGiven);
  }

  /** The class of one rule, or of two at once; null where so much work is done that it must be done each time. */
  of(...changes: readonly ChangedRule[]): RuleClass | null {
    // The rate that a rule takes is the variant's own, and may be the student's.
    const key = changes.map(({ name, change }) => name + (change.updatedFirst ?? "")).join(" ");
    const known = this.classes.get(key);
    if (known !== undefined) return known;
    const made = this.classFor(withChanges(...changes));
    this.classes.set(key, made);
    return made;
  }

  /** Notes that parts heed a rule. Where that is new, classes are found anew; gives whether it is. */
  heed(fields: Iterable<keyof Rules>): boolean {
    const heeded = new Set([...this.heeded, ...fields]);
    if (heeded.size === this.heeded.length) return false;
    this.heeded = [...heeded].sort();
    this.found.clear();
    this.classes.clear();
    return true;
  }

  private classFor(rules: Rules): RuleClass | null {
    const { exercise, scope } = this;
    const meter = newMeter();
    spend(meter, limits.again * (exercise.givens.length + exercise.parts.length));
    const values = givensUnder(exercise, scope, { rules, meter });
    if (meter.steps > mostSteps) return null;
    const key = JSON.stringify([
      this.heeded.map((field) => rules[field]),
      this.places.map((place) => this.idAt(place, values, rules)),
    ]);
    const known = this.found.get(key);
    if (known) return known;
    const made = { rules, values, steps: meter.steps };
    this.found.set(key, made);
    return made;
  }

  /** A number for the value at a place, the same for the same value. Where rules have another place read than the one
   *  that is named, all that stands beside it counts too. */
  private idAt(place: string, values: Scope, rules: Rules): number {
    const root = rootOf(place);
    const whole = rules.layerRead !== "meant" || rules.dWFrom === "z";
    const value = whole ? values.get(root) : valueAt(place, values);
    const text = value === undefined ? "" : JSON.stringify(toJson(value));
    const id = this.ids.get(text) ?? this.ids.size;
    this.ids.set(text, id);
    return id;
  }
}

const rootOf = (place: string): string => /^[^.[]+/.exec(place)?.[0] ?? place;

/** What stands at a place; where its way is not one of plain records and lists, the whole that it leads into. */
function valueAt(place: string, values: Scope): Value | undefined {
  let value = values.get(rootOf(place));
  for (const step of place.slice(rootOf(place).length).match(/[^.[\]]+/g) ?? []) {
    const inner = isRecord(value) || Array.isArray(value) ? innerOf(value, step) : undefined;
    if (inner === undefined || isTensor(value)) return value;
    value = inner;
  }
  return value;
}

const innerOf = (value: object, step: string): Value | undefined =>
  Object.hasOwn(value, step) ? (value as Record<string, Value>)[step] : undefined;

/** The same rules, which note what is read of them. */
export function noting(rules: Rules, read: Set<keyof Rules>): Rules {
  return new Proxy(rules, {
    get(target, field) {
      read.add(field as keyof Rules);
      return Reflect.get(target, field);
    },
  });
}
