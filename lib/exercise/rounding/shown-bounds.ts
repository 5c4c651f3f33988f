import { type Forward, type Network, rightRules } from "@/lib/engine";
import { leadingTo } from "@/lib/exercise/diagnosis/leading-to";
import { replay } from "@/lib/exercise/diagnosis/replay";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { isWhole, written } from "@/lib/exercise/kinds/half-units";
import { toleranceOf } from "@/lib/exercise/kinds/precision";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { isTensor, type Value } from "@/lib/exercise/value";
import { added, effectOf } from "./effect";
import { entriesOf, type Path, valueAt, withEntry } from "./entries";
import { resumed } from "./resumed";
import { type ShownPlace, shownPlaces } from "./shown-places";

interface How {
  /** The one part whose key is asked for. */
  readonly wanted?: Part;
  /** With what the page rounded away, or with as much as any figure in its last place may stand for. */
  readonly figures: "as shown" | "whichever way";
  readonly meter: Meter;
}

/** How far the numbers of each part's key move when a student works with the figures that the page shows instead of what
 *  they stand for: of every number shown with fewer figures than it has, what its rounding does, to first order, added
 *  without signs. Earlier parts stay as they are in `scope`. A part that nothing shown leads to is missing. Throws
 *  Refusal when the meter's budget is used up before. */
export function shownBounds(
  exercise: Exercise,
  scope: Scope,
  { wanted, figures, meter }: How,
): ReadonlyMap<string, readonly number[]> {
  const bounds = new Map<string, readonly number[]>();
  const working = new Working(exercise, scope, { wanted, meter });
  for (const place of shownPlaces(exercise)) {
    if (wanted && !leadingTo(exercise, wanted).has(place.given.name)) continue;
    const value = valueAt(scope.get(place.given.name), place.path);
    for (const [i, at] of entriesOf(value).entries()) {
      if (value === undefined || isWhole(place, at)) continue;
      const numbersAt = working.with(place, value, i);
      for (const [name, base] of working.base) {
        const numbersOf = (v: number) => numbersAt(v).get(name);
        const half = lostOf(place, at, figures);
        const moved = effectOf(base, { at, half, numbersOf });
        if (moved.every((v) => v === 0)) continue;
        bounds.set(name, added(moved, bounds.get(name) ?? []));
      }
    }
  }
  return bounds;
}

function lostOf(place: ShownPlace, at: number, figures: How["figures"]): number {
  const lost = Math.abs(written(place, at) - at);
  return figures === "as shown" ? lost : Math.max(2 * lost, toleranceOf(place, at));
}

type Numbers = ReadonlyMap<string, readonly number[]>;

/** The keys of an exercise's parts with one number in another's place. */
class Working {
  private readonly settled: ReadonlySet<string>;
  private first: Numbers | undefined;

  constructor(
    private readonly exercise: Exercise,
    private readonly scope: Scope,
    private readonly how: { readonly wanted: Part | undefined; readonly meter: Meter },
  ) {
    this.settled = new Set(exercise.parts.map(({ name }) => name));
  }

  /** The keys as they are. */
  get base(): Numbers {
    this.first ??= this.numbers(new Map());
    return this.first;
  }

  /** The keys by what stands in the i-th place of a value; each is worked out once. */
  with(place: ShownPlace, value: Value, i: number): (v: number) => Numbers {
    const found = new Map<number, Numbers>();
    return (v) => {
      const before = found.get(v);
      if (before) return before;
      const { name } = place.given;
      const instead = new Map([[name, this.changed(place, withEntry(value, i, v))]]);
      for (const held of place.heldGivens) instead.set(held, this.scope.get(held) ?? 0);
      const numbers = this.numbers(instead);
      found.set(v, numbers);
      return numbers;
    };
  }

  /** The given's whole value with another at the place. */
  private changed({ given, path, network, held }: ShownPlace, value: Value): Value {
    const whole = this.scope.get(given.name) ?? 0;
    const [name = "", ...rest] = network ?? [];
    const net = network && valueAt(this.scope.get(String(name)), rest);
    const [list, layer] = path;
    const inPass = net !== undefined && typeof layer === "number" && isTensor(value);
    if (!inPass) return placed(whole, path, value);
    const pass = whole as unknown as Forward;
    // A pass goes over every weight three times: forward, back, and for its gradient.
    const weights = (net as unknown as Network).W.reduce((sum, { data }) => sum + data.length, 0);
    spend(this.how.meter, 3 * weights * pass.x.cols);
    const put = { place: `${list}[${layer}]`, tensor: value };
    return resumed(net as unknown as Network, pass, put, held) as unknown as Value;
  }

  private numbers(instead: ReadonlyMap<string, Value>): Numbers {
    const { exercise, scope, settled } = this;
    const { wanted, meter } = this.how;
    const how = { rules: rightRules, instead, meter, ...(wanted ? { wanted } : {}) };
    const keys = replay(exercise, { scope, settled }, how);
    const numbers = exercise.parts.flatMap(({ name, kind }) => {
      const key = keys.get(name);
      const of = kinds[kind].numbers;
      return key !== undefined && of ? [[name, of(key)] as const] : [];
    });
    const held = numbers.reduce((sum, [, own]) => sum + own.length, 0);
    spend(meter, limits.held * held);
    return new Map(numbers);
  }
}

/** A record or a list with another value at a place in it. */
function placed(whole: Value, [step, ...rest]: Path, value: Value): Value {
  if (step === undefined) return value;
  const inside = placed(valueAt(whole, [step]) ?? 0, rest, value);
  if (Array.isArray(whole)) return (whole as readonly Value[]).with(Number(step), inside);
  return { ...(whole as { readonly [name: string]: Value }), [step]: inside };
}
