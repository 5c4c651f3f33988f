import type { Part } from "@/lib/exercise/exercise";
import { drawOrder } from "@/lib/exercise/kinds/drawn-order";
import type { Kind, Read } from "@/lib/exercise/kinds/kind";
import { idAt, longestIds, readIds, renamed, textsOf } from "@/lib/exercise/kinds/shown";
import type { Expr, Generator } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { gradeOrdering, type OrderingKey, type OrderingReading } from "./grade";
import { isRight } from "./order";
import { readPlaces } from "./read-places";
import {
  type OrderingSettings,
  type OrderingView,
  orderingViewSchema,
  parseOrdering,
} from "./schema";

/** Steps to put in order. As a value it is the list of the steps' names in a right order. */
export const ordering: Kind<OrderingSettings, OrderingKey, OrderingView, OrderingReading> = {
  name: "ordering",
  tag: "Ordering",
  viewSchema: orderingViewSchema,
  help: "Put the steps in order: drag them, or use the buttons beside them. Leave out any you don’t need.",
  parse: parseOrdering,
  draw,
  asShown({ key, view }, shown) {
    const name = renamed(view.items, shown.items);
    if (!name) return undefined;
    return {
      key: { ...key, steps: key.steps.map(name) },
      view: { ...view, items: shown.items },
    };
  },
  longest: () => longestIds,
  // Fields for places that have none.
  isBlank: (raw) => /^[\s,]*$/.test(raw),
  read,
  grade: gradeOrdering,
  matches,
  value: ({ names }) => names,
  keyAsResponse: ({ steps }) => steps.join(","),
  asResponse(value, view, { steps, distractors }) {
    if (!Array.isArray(value)) return undefined;
    const ids = value.map((name: Value) => {
      const text = [...steps, ...distractors].find((item) => item.name === String(name))?.text;
      return view.items.find((item) => item.text === text)?.id;
    });
    return ids.includes(undefined) ? undefined : ids.join(",");
  },
  asRead: (raw, view) =>
    textsOf(inIds(raw, view), view.items).map((text, i) => ({ markdown: `${i + 1}\\. ${text}` })),
  renderView: (view, toHtml) => ({
    ...view,
    items: view.items.map(({ id, text }) => ({ id, text: toHtml(text) })),
  }),
};

/** Places as a page without scripts sends them, as the ids they mean. */
function inIds(raw: string, view: OrderingView): string {
  const placed = readPlaces(raw, view);
  return placed && "ids" in placed ? placed.ids.join(",") : raw;
}

/** The order shown at first is drawn, and never right: a right one is turned round. */
function draw(
  { settings }: Part<OrderingSettings>,
  _evaluate: (expr: Expr) => Value,
  generator: Generator,
) {
  const { steps, before, distractors } = settings;
  const items = [...steps, ...distractors];
  const drawn = drawOrder(items.length, generator);
  const right = isRight(
    drawn.filter((i) => i < steps.length),
    before,
  );
  const order = right ? drawn.toReversed() : drawn;
  const shown = order.map((i, place) => ({ id: idAt(place), text: items[i]?.text ?? "" }));
  const ids = steps.map((_, i) => idAt(order.indexOf(i)));
  const names = steps.map(({ name }) => name);
  return { key: { steps: ids, names }, view: { tray: distractors.length > 0, items: shown } };
}

function read(raw: string, view: OrderingView, settings: OrderingSettings): Read<OrderingReading> {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  const placed = readPlaces(raw, view);
  if (placed && "message" in placed) return unreadable(placed.message);
  const ids = placed?.ids ?? readIds(raw, view.items);
  if (!ids) return unreadable("These aren’t the steps shown: put them in order again.");
  if (ids.length === 0) return unreadable("No step has a place yet: put them in order first.");
  if (!view.tray && ids.length < view.items.length) {
    return unreadable("Some steps have no place yet: give each one a place.");
  }
  const items = [...settings.steps, ...settings.distractors];
  const names = ids.map((id) => {
    const text = view.items.find((item) => item.id === id)?.text;
    return items.find((item) => item.text === text)?.name ?? "";
  });
  return { status: "read", reading: { ids, names } };
}

/** The same order, or both right. */
function matches(value: Value, { names }: OrderingReading, settings: OrderingSettings): boolean {
  if (!Array.isArray(value)) return false;
  const right = (order: readonly Value[]) =>
    isRight(
      order.map((name) => settings.steps.findIndex((step) => step.name === name)),
      settings.before,
    );
  const same = value.length === names.length && names.every((name, i) => name === String(value[i]));
  return same || (right(value) && right(names));
}
