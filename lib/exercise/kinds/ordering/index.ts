import type { Part } from "@/lib/exercise/exercise";
import { drawOrder } from "@/lib/exercise/kinds/drawn-order";
import type { Asked, Kind, Read } from "@/lib/exercise/kinds/kind";
import { idAt, longestIds, readAlike, readIds, renamed, textsOf } from "@/lib/exercise/kinds/shown";
import type { Expr, Generator } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { exprsOf, worded } from "@/lib/exercise/wording";
import { gradeOrdering, type OrderingKey, type OrderingReading } from "./grade";
import { namesById } from "./named";
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
  children: ["Step", "Distractor"],
  parse: parseOrdering,
  draw,
  asShown({ key, view }, shown) {
    const name = renamed(view.items, shown.items);
    if (!name) return undefined;
    return {
      key: {
        ...key,
        steps: key.steps.map(name),
        ...(key.distractors ? { distractors: key.distractors.map(name) } : {}),
      },
      view: { ...view, items: shown.items },
    };
  },
  flaw({ view, settings: { steps, distractors } }) {
    const texts = [...steps, ...distractors].map(({ text }) => text);
    return readAlike(view.items, texts) ? "alike" : undefined;
  },
  longest: () => longestIds,
  // Fields for places that have none.
  isBlank: (raw) => /^[\s,]*$/.test(raw),
  read,
  grade: gradeOrdering,
  matches,
  value: ({ names }) => names,
  keyAsResponse: ({ steps }) => steps.join(","),
  asResponse(value, asked) {
    if (!Array.isArray(value)) return undefined;
    const names = [...namesById(asked)];
    const ids = value.map((name: Value) => names.find(([, one]) => one === String(name))?.[0]);
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
  evaluate: (expr: Expr) => Value,
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
  const texts = items.map(({ text }) => worded(text, evaluate));
  const shown = order.map((i, place) => ({ id: idAt(place), text: texts[i] ?? "" }));
  const ids = items.map((_, i) => idAt(order.indexOf(i)));
  const names = steps.map(({ name }) => name);
  const isDrawn = distractors.some(({ text }) => exprsOf(text).length > 0);
  const key = {
    steps: ids.slice(0, steps.length),
    names,
    ...(isDrawn ? { distractors: ids.slice(steps.length) } : {}),
  };
  return { key, view: { tray: distractors.length > 0, items: shown } };
}

function read(raw: string, view: OrderingView): Read<OrderingReading> {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  const placed = readPlaces(raw, view);
  if (placed && "message" in placed) return unreadable(placed.message);
  const ids = placed?.ids ?? readIds(raw, view.items);
  if (!ids) return unreadable("These aren’t the steps shown: put them in order again.");
  if (ids.length === 0) return unreadable("No step has a place yet: put them in order first.");
  if (!view.tray && ids.length < view.items.length) {
    return unreadable("Some steps have no place yet: give each one a place.");
  }
  return { status: "read", reading: { ids } };
}

/** The same order, or both right. */
function matches(
  value: Value,
  { ids }: OrderingReading,
  asked: Asked<OrderingSettings, OrderingKey, OrderingView>,
): boolean {
  if (!Array.isArray(value)) return false;
  const { settings } = asked;
  const byId = namesById(asked);
  const names = ids.map((id) => byId.get(id) ?? "");
  const right = (order: readonly Value[]) =>
    isRight(
      order.map((name) => settings.steps.findIndex((step) => step.name === name)),
      settings.before,
    );
  const same = value.length === names.length && names.every((name, i) => name === String(value[i]));
  return same || (right(value) && right(names));
}
