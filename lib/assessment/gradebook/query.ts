/** What of a gradebook is asked for. */
export interface GradeQuery {
  /** "name", "group", "total", or the id of an assignment or an item. */
  readonly sort: string;
  readonly down: boolean;
  /** Words of whom to find; "" for everyone. */
  readonly find: string;
  /** Whether removed students are shown too. */
  readonly removed: boolean;
  /** Ids of the assignments that are opened into their items. */
  readonly open: readonly string[];
  /** The first row, from 0. */
  readonly offset: number;
}

/** Rows that a page has, and that a window of a longer table is fetched by. */
export const rowsAPage = 40;

/** The address part that asks for this, and nothing of what is asked for anyway. */
export function searchOf({ sort, down, find, removed, open, offset }: GradeQuery): string {
  const search = new URLSearchParams();
  if (sort !== "name") search.set("sort", sort);
  if (down) search.set("down", "1");
  if (find) search.set("find", find);
  if (removed) search.set("removed", "1");
  for (const id of open) search.append("open", id);
  if (offset >= rowsAPage) search.set("page", String(Math.floor(offset / rowsAPage) + 1));
  const text = search.toString();
  return text && `?${text}`;
}
