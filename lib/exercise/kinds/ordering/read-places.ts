import type { OrderingView } from "./schema";

/** The order that place numbers give, one for each item as shown and blank for what is left out: what a page without
 *  scripts sends, as "2,1,,3". Undefined when these are no numbers. */
export function readPlaces(
  raw: string,
  view: OrderingView,
): { readonly ids: string[] } | { readonly message: string } | undefined {
  const places = raw.split(",").map((place) => place.trim());
  if (!places.every((place) => /^\d{0,3}$/.test(place)) || !/\d/.test(raw)) return undefined;
  if (places.length !== view.items.length) return undefined;
  const used = view.items.flatMap(({ id }, i) => {
    const place = Number(places[i]);
    return place > 0 ? [{ id, place }] : [];
  });
  const twice = used.find(({ place }, i) =>
    used.slice(0, i).some((other) => other.place === place),
  );
  if (twice) return { message: `Two steps have place ${twice.place}: give each its own place.` };
  return { ids: used.sort((a, b) => a.place - b.place).map(({ id }) => id) };
}
