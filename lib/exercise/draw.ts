import { toTensor } from "./coerce";
import { allTrue } from "./diagnosis/key-under";
import { slipsTo } from "./diagnosis/slips-to";
import type { Exercise, FixedVariant, Part } from "./exercise";
import { kinds } from "./kinds";
import { type AskedPrecision, carriedBy } from "./kinds/precision";
import { keepLaid, LaidExercise, laidFor } from "./laid-exercise";
import { type Meter, newMeter } from "./language/budget";
import { type Expr, type Generator, LanguageError, type Laying } from "./language/expr";
import { finite } from "./language/finite";
import { isNode, type Laid, toNode, toValue } from "./language/laid";
import { NotFinite } from "./language/refusal";
import { show } from "./language/show";
import { shownBounds } from "./rounding/shown-bounds";
import { generatorFor } from "./seed";
import { isTensor, type Value } from "./value";
import { WrongKey } from "./wrong-key";

/** An exercise's numbers as one seed has them, fair or not. `key` is the true answer; `view` is all of a part that may
 *  reach a browser. */
export interface Draw {
  readonly givens: Readonly<Record<string, Value>>;
  readonly parts: Readonly<Record<string, { readonly key: unknown; readonly view: unknown }>>;
  readonly scope: ReadonlyMap<string, Value>;
}

/** What this seed draws. Givens come in order, then parts, each of which is a value for those after it. Numbers 1 to n
 *  are the author's n fixed variants. Throws LanguageError when an expression fails or a fixed variant's stated key is
 *  not what comes out. The work is counted on `meter`. */
export function draw(
  exercise: Exercise,
  { seed, number }: { seed: string; number: number },
  meter: Meter = newMeter(),
): Draw {
  const laid = new LaidExercise(exercise);
  const { graph, names } = laid;
  const drawing = { laid, laying: { graph, names, generator: generatorFor(seed), meter } };
  const fixed = exercise.fixed[number - 1];
  const givens = drawGivens(exercise, fixed, drawing);
  const parts = drawParts(exercise, fixed, { ...drawing, givens });
  const scope = new Map(Object.entries(givens));
  for (const { name } of exercise.parts) scope.set(name, toValue(names.get(name) ?? ""));
  keepLaid(scope, laid);
  return withPrecision(exercise, { givens, parts, scope }, meter);
}

interface Drawing {
  readonly laid: LaidExercise;
  readonly laying: Laying & { readonly generator: Generator };
}

function drawGivens(
  exercise: Exercise,
  fixed: FixedVariant | undefined,
  { laid, laying }: Drawing,
): Record<string, Value> {
  const givens: Record<string, Value> = {};
  for (const given of exercise.givens) {
    const override = fixed?.givens[given.name];
    const put = laid.layGiven(given, laying, (drawn) =>
      override ? replaced(drawn, override.lay(laying), laying) : drawn,
    );
    givens[given.name] = toValue(put);
  }
  return givens;
}

/** A fixed value for a drawn one: `[0.8, 0.2]` in place of a vector becomes a vector. */
function replaced(drawn: Laid, laid: Laid, { graph }: Laying): Laid {
  return isNode(drawn) ? (toNode(laid, graph.lay) ?? laid) : laid;
}

function drawParts(
  exercise: Exercise,
  fixed: FixedVariant | undefined,
  { laid, laying, givens }: Drawing & Pick<Draw, "givens">,
) {
  const parts: Record<string, { key: unknown; view: unknown }> = {};
  for (const part of exercise.parts) {
    const kind = kinds[part.kind];
    const evaluate = (expr: Expr) => finiteOf(expr, toValue(laid.layExpr(part, expr, laying)));
    const slips = (expr: Expr) => slipsTo(laid, part, expr, laying);
    const { key, view } = kind.draw(part, evaluate, laying.generator, slips);
    const stated = fixed?.key[part.name];
    if (stated) checkStatedKey(part, { key, view }, { stated, laying, givens });
    laid.putPart(part, kind.value(key));
    parts[part.name] = { key, view };
  }
  return parts;
}

/** The value of a part's expression. A pass may hold a number that is not finite, which no operation has seen yet. */
export function finiteOf(expr: Expr, value: Value): Value {
  try {
    return finite(value, expr.source || "the answer");
  } catch (error) {
    if (!(error instanceof NotFinite)) throw error;
    throw Object.assign(new LanguageError(error.message, error.mend, expr.at), { cause: error });
  }
}

/** The draw with as many figures asked for as its text carries, where the author leaves that to the numbers. */
export function withPrecision(exercise: Exercise, drawn: Draw, meter: Meter): Draw {
  const open = exercise.parts.filter(
    ({ settings }) => (settings as { precision?: AskedPrecision }).precision === "auto",
  );
  if (open.length === 0) return drawn;
  const errors = shownBounds(
    exercise,
    laidFor(exercise, drawn.scope),
    allTrue(exercise, drawn.scope).settled,
    { figures: "as shown", meter },
  );
  const settled = open.map(({ name, kind }) => {
    const { key, view } = drawn.parts[name] ?? {};
    const precision = carriedBy(kinds[kind].numbers?.(key) ?? [], errors.get(name) ?? []);
    return [name, { key, view: { ...(view as object), precision } }] as const;
  });
  return { ...drawn, parts: { ...drawn.parts, ...Object.fromEntries(settled) } };
}

interface Stating extends Pick<Draw, "givens"> {
  readonly stated: Expr;
  readonly laying: Laying;
}

function checkStatedKey(
  part: Part,
  drawn: { key: unknown; view: unknown },
  { stated, laying, givens }: Stating,
): void {
  const kind = kinds[part.kind];
  if (!kind.matches) return;
  const value = toValue(stated.lay(laying));
  const asked = { ...drawn, settings: part.settings };
  const own = kind.read(kind.keyAsResponse(drawn.key, drawn.view), drawn.view, part.settings);
  if (own.status === "read" && kind.matches(value, own.reading, asked)) return;
  const computed = kind.value(drawn.key);
  const inFull = isTensor(computed) ? (toTensor(value) ?? value) : value;
  throw new WrongKey(stated.at, {
    part: part.name,
    stated: show(inFull),
    computed: show(computed),
    givens: Object.entries(givens).map(([name, given]) => ({ name, value: show(given) })),
  });
}
