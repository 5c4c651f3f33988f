import { slipsTo } from "./diagnosis/slips-to";
import { type Draw, finiteOf, withPrecision } from "./draw";
import type { Exercise, Part } from "./exercise";
import { kinds } from "./kinds";
import type { DrawnPart, Kind, Slip } from "./kinds/kind";
import { type AskedPrecision, precisionOf } from "./kinds/precision";
import { laidFor, layingOn } from "./laid-exercise";
import { newMeter } from "./language/budget";
import { type Context, type Expr, LanguageError } from "./language/expr";
import { generatorFor } from "./seed";
import { fromJson, type Json, toJson, type Value } from "./value";

/** Numbers as an earlier version of an exercise drew them; an author's own, which are never graded, are none of them. */
export interface Frozen {
  readonly givens: Readonly<Record<string, Json>>;
  readonly view: Readonly<Record<string, unknown>>;
}

export type CarriedOver =
  | { readonly status: "carried"; readonly draw: Draw }
  /** The numbers are not what this version would be asked with; `why` says it to its author. */
  | { readonly status: "lost"; readonly why: string };

/** What a corrected exercise makes of the numbers that its earlier version drew: the same givens, and each key worked out
 *  anew. A given that only calculates is worked out anew too, unless the text showed it. Lost where what was shown or asked
 *  has changed. */
export function carryOver(before: Exercise, after: Exercise, frozen: Frozen): CarriedOver {
  try {
    return { status: "carried", draw: new Carrying(before, after, frozen).draw() };
  } catch (error) {
    if (error instanceof Lost) return { status: "lost", why: error.message };
    if (error instanceof LanguageError)
      return { status: "lost", why: `With these numbers, ${error.message}.` };
    throw error;
  }
}

class Lost extends Error {}

class Carrying {
  private readonly scope = new Map<string, Value>();
  private readonly meter = newMeter();
  private readonly context: Context = { scope: this.scope, meter: this.meter };
  /** Givens whose values are not the frozen ones. */
  private readonly moved = new Set<string>();

  constructor(
    private readonly before: Exercise,
    private readonly after: Exercise,
    private readonly frozen: Frozen,
  ) {}

  draw(): Draw {
    const { after, scope, meter } = this;
    for (const { name, expr } of after.givens) scope.set(name, this.given(name, expr));
    const givens = Object.fromEntries(scope);
    const parts: Record<string, { key: unknown; view: unknown }> = {};
    for (const part of after.parts) {
      parts[part.name] = this.part(part);
      scope.set(part.name, kinds[part.kind].value(parts[part.name]?.key));
    }
    return this.asAskedBefore(withPrecision(after, { givens, parts, scope }, meter));
  }

  private given(name: string, expr: Expr): Value {
    const was = this.before.givens.find((given) => given.name === name)?.expr;
    const frozen = this.frozen.givens[name];
    const same = was?.source === expr.source && frozen !== undefined;
    if (expr.draws && !same) throw new Lost(`The given ${name} is drawn in another way.`);
    const moved = !expr.draws && expr.names.some((one) => this.moved.has(one));
    return same && !moved ? fromJson(frozen) : this.workedOut(name, expr, frozen);
  }

  private workedOut(name: string, expr: Expr, frozen: Json | undefined): Value {
    const value = expr.run(this.context);
    if (frozen !== undefined && canonical(toJson(value)) === canonical(frozen)) return value;
    if (frozen !== undefined && shows(this.before, name))
      throw new Lost(`The text showed ${name}, which has another value now.`);
    this.moved.add(name);
    return value;
  }

  private part(part: Part): DrawnPart<unknown, unknown> {
    const { name } = part;
    const was = this.before.parts.find((one) => one.name === name);
    const shown = this.frozen.view[name];
    if (was?.kind !== part.kind || shown === undefined)
      throw new Lost(`The part ${name} is new, or answered in another way.`);
    const kind: Kind = kinds[part.kind];
    const evaluate = (expr: Expr) => finiteOf(expr, expr.run(this.context));
    // What it decides, the order that things are shown in, is then taken from what was shown.
    const drawn = kind.draw(part, evaluate, generatorFor(""), (expr) => this.slips(part, expr));
    const carried = kind.asShown ? kind.asShown(drawn, shown) : drawn;
    if (!carried) throw new Lost(`The part ${name} showed something else.`);
    return carried;
  }

  private slips(part: Part, expr: Expr): Slip[] {
    const laid = laidFor(this.after, new Map(this.scope));
    return slipsTo(laid, part, expr, layingOn(laid, this.meter));
  }

  /** As many figures as each student was asked for, where the author leaves them to the numbers now as then. */
  private asAskedBefore(drawn: Draw): Draw {
    const parts = Object.entries(drawn.parts).map(([name, part]) => {
      const precision = precisionOf(this.frozen.view[name]);
      const open = [this.before, this.after].every((one) => isOpen(one, name));
      const view = open && precision ? { ...(part.view as object), precision } : part.view;
      return [name, { ...part, view }] as const;
    });
    return { ...drawn, parts: Object.fromEntries(parts) };
  }
}

function isOpen({ parts }: Exercise, name: string): boolean {
  const settings = parts.find((part) => part.name === name)?.settings;
  return (settings as { precision?: AskedPrecision } | undefined)?.precision === "auto";
}

/** One text for one value: a database gives the names of a record in an order of its own. */
const canonical = (json: Json): string =>
  JSON.stringify(json, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

/** Whether an exercise's text shows a given, or something of it. */
const shows = ({ displays }: Exercise, name: string) =>
  displays.some(({ place }) => place.split(/[.[]/)[0] === name);
