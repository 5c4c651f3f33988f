import { readIds } from "@/lib/exercise/kinds/shown";
import { readPlaces } from "./read-places";
import type { OrderingView } from "./schema";

/** Where the items stand on the page: in the answer's order, or left out. */
export interface Arrangement {
  readonly used: readonly string[];
  readonly unused: readonly string[];
}

/** The arrangement that a response gave; without one, all items as they were drawn. */
export function arrangementOf(response: string, view: OrderingView): Arrangement {
  const all = view.items.map(({ id }) => id);
  const given = idsIn(response, view);
  if (!given || given.length === 0) return { used: all, unused: [] };
  const rest = all.filter((id) => !given.includes(id));
  return view.tray ? { used: given, unused: rest } : { used: [...given, ...rest], unused: [] };
}

/** The order that a response answers with, as ids: "" where it gives none, or has no place for an item that needs one. */
export function answeredIn(response: string, view: OrderingView): string {
  const given = idsIn(response, view) ?? [];
  return view.tray || given.length === view.items.length ? given.join(",") : "";
}

function idsIn(response: string, view: OrderingView): readonly string[] | undefined {
  const placed = readPlaces(response, view);
  if (!placed) return readIds(response, view.items);
  return "ids" in placed ? placed.ids : undefined;
}

/** One item a place up (−1) or down (1); the same arrangement where it is at the end. */
export function shifted(arrangement: Arrangement, id: string, by: -1 | 1): Arrangement {
  const from = arrangement.used.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= arrangement.used.length) return arrangement;
  const used = arrangement.used.filter((other) => other !== id);
  used.splice(to, 0, id);
  return { ...arrangement, used };
}

/** One item left out, or taken back in at the end. */
export function toggled({ used, unused }: Arrangement, id: string): Arrangement {
  return used.includes(id)
    ? { used: used.filter((other) => other !== id), unused: [...unused, id] }
    : { used: [...used, id], unused: unused.filter((other) => other !== id) };
}
