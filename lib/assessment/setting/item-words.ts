import type { ChangedLine } from "./change-words";
import type { KeptItem } from "./item-list";
import type { WantedItem } from "./items-form";

/** What differs between an assignment's places as they are and as they would be, a line each. */
export function tellItemsChange(
  kept: readonly KeptItem[],
  wanted: readonly WantedItem[],
  titles: ReadonlyMap<string, string>,
): ChangedLine[] {
  const said = (ids: readonly string[]) =>
    ids.map((id) => titles.get(id) ?? "an exercise that is gone");
  const name = (all: readonly string[]) =>
    all.length === 1 ? all[0]! : `${all[0]} and ${all.length - 1} more`;
  const before = kept.map(({ id, points, draws, exercises }) => {
    const all = exercises.map(({ title }) => title);
    return { id, what: name(all), words: itemText(points, draws, all) };
  });
  const after = wanted.map(({ id, points, draws, exercises }) => {
    const all = said(exercises);
    return { id, what: name(all), words: itemText(points, draws, all) };
  });
  const next = new Map(after.map((one) => [one.id, one]));
  const changed = before.flatMap(({ id, what, words }) => {
    const now = next.get(id)?.words ?? "taken out";
    return now === words ? [] : [{ what, before: words, after: now }];
  });
  const added = after.filter(({ id }) => id === null);
  const stay = new Set(before.map(({ id }) => id).filter((id) => next.has(id)));
  const order = (all: readonly { id: string | null }[]) =>
    all.map(({ id }) => id).filter((id) => id !== null && stay.has(id));
  const moved = order(before).join() !== order(after).join();
  return [
    ...changed,
    ...added.map(({ what, words }) => ({ what, before: "not in it", after: words })),
    ...(moved ? [{ what: "Order", before: listed(before), after: listed(after) }] : []),
  ];
}

const listed = (all: readonly { what: string }[]) => all.map(({ what }) => what).join("; ");

function itemText(points: number, draws: number, titles: readonly string[]): string {
  const worth = `${points} ${points === 1 ? "point" : "points"}`;
  if (titles.length === 1) return worth;
  return `${worth} each, ${draws} of ${titles.length}: ${titles.join("; ")}`;
}
