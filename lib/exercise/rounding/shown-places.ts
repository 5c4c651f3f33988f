import { leadingTo } from "@/lib/exercise/diagnosis/leading-to";
import type { Display, Exercise, Given } from "@/lib/exercise/exercise";
import { placeOf } from "@/lib/exercise/language/nodes/places";

/** A place whose value the page shows: of which given, where in it, to how many figures. */
export interface ShownPlace extends Pick<Display, "rule" | "amount"> {
  readonly given: Given;
  /** Steps from the given's value: "W", 1 say. */
  readonly path: readonly (string | number)[];
  /** What the page shows to more figures, so that nobody works it out from this: places of the same pass. */
  readonly held: ReadonlySet<string>;
  /** The same of other givens. */
  readonly heldGivens: readonly string[];
  /** Of a pass: where its network stands. */
  readonly network?: readonly (string | number)[] | undefined;
}

const known = new WeakMap<Exercise, readonly ShownPlace[]>();

/** The places that an exercise's text shows, each to the most figures that it is anywhere. */
export function shownPlaces(exercise: Exercise): readonly ShownPlace[] {
  const before = known.get(exercise);
  if (before) return before;
  const finest = new Map<string, Display>();
  for (const display of exercise.displays) {
    for (const place of placesAt(resolve(display.place, exercise.givens), exercise)) {
      const other = finest.get(place);
      if (!other || display.amount > other.amount) finest.set(place, { ...display, place });
    }
  }
  const all = [...finest.values()];
  const places = all.flatMap((display) => shownPlace(display, all, exercise));
  known.set(exercise, places);
  return places;
}

function shownPlace(display: Display, all: readonly Display[], exercise: Exercise): ShownPlace[] {
  const { name, path } = stepsOf(display.place);
  const given = exercise.givens.find((one) => one.name === name);
  if (!given) return [];
  const finer = all.filter(({ amount }) => amount > display.amount).map(({ place }) => place);
  const held = finer.filter((place) => stepsOf(place).name === name);
  const heldGivens = finer.filter((place) => {
    const other = exercise.givens.find((one) => one.name === place);
    return other !== undefined && leadingTo(exercise, other).has(name);
  });
  const { rule, amount } = display;
  return [
    {
      given,
      path,
      rule,
      amount,
      held: new Set(held.map((place) => place.slice(name.length + 1))),
      heldGivens,
      network: networkOf(given),
    },
  ];
}

/** A place by the given it belongs to: "pass.h[2]" for "h2" where h2 is pass.h[2]. */
function resolve(place: string, givens: readonly Given[]): string {
  const { name } = stepsOf(place);
  const alias = givens.find((given) => given.name === name);
  const of = alias && placeOf(alias.expr.node);
  return of === undefined ? place : resolve(of + place.slice(name.length), givens);
}

/** The places of tensors that one stands for: of a pass as a whole, every h, as a diagram shows them. p is the last. */
function placesAt(place: string, exercise: Exercise): string[] {
  const { name, path } = stepsOf(place);
  const given = exercise.givens.find((one) => one.name === name);
  const layers = given && networkOf(given) ? layersOf(given, exercise) : 0;
  if (layers === 0) return [place];
  if (path.length === 0) return Array.from({ length: layers }, (_, l) => `${name}.h[${l + 1}]`);
  if (path.length > 1) return [place];
  const ofLast: Readonly<Record<string, string>> = { p: "h", dp: "dh" };
  const last = ofLast[String(path[0])];
  return [last ? `${name}.${last}[${layers}]` : place];
}

/** Where the network of a pass stands: of backprop(net, x, y), at net. */
function networkOf({ expr: { node } }: Given): readonly (string | number)[] | undefined {
  if (node.type !== "CallExpression") return undefined;
  const [net] = node.arguments;
  const passes = ["forward", "backprop"].includes(placeOf(node.callee) ?? "");
  const place = net && passes ? placeOf(net) : undefined;
  if (place === undefined) return undefined;
  const { name, path } = stepsOf(place);
  return [name, ...path];
}

/** How many layers the network of a pass has, where that is written down. */
function layersOf(pass: Given, { givens }: Exercise): number {
  const net = givens.find(({ name }) => name === networkOf(pass)?.[0])?.expr.node;
  const [sizes] = net?.type === "CallExpression" ? net.arguments : [];
  return sizes?.type === "ArrayExpression" ? sizes.elements.length - 1 : 0;
}

function stepsOf(place: string): { name: string; path: (string | number)[] } {
  const [, name = place, rest = ""] = /^(\w+)(.*)$/.exec(place) ?? [];
  const path = [...rest.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, property, index]) =>
    property === undefined ? Number(index) : property,
  );
  return { name, path };
}
