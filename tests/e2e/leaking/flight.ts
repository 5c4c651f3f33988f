import { isElement, type Leaf, layout, leavesOf } from "./leaves";

type Rows = ReadonlyMap<string, unknown>;

/** The rows of what React sends of a page: `id:json`, and texts as `id:Tlength,text`. Rows of other sorts say which scripts
 *  are needed. */
export function rowsOf(payload: string): Rows {
  const rows = new Map<string, unknown>();
  const bytes = Buffer.from(payload);
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(":", at);
    if (colon < 0) break;
    const id = bytes.toString("utf8", at, colon);
    if (bytes[colon + 1] === "T".charCodeAt(0)) {
      const comma = bytes.indexOf(",", colon);
      const end = comma + 1 + Number.parseInt(bytes.toString("utf8", colon + 2, comma), 16);
      rows.set(id, bytes.toString("utf8", comma + 1, end));
      at = end;
      continue;
    }
    const newline = bytes.indexOf("\n", colon);
    const end = newline < 0 ? bytes.length : newline;
    const row = bytes.toString("utf8", colon + 1, end);
    if (/^["[{\d]|^(?:null|true|false)$/.test(row)) rows.set(id, JSON.parse(row));
    at = end + 1;
  }
  return rows;
}

/** The payload that a page's HTML brings along for its scripts. */
export function payloadIn(html: string): string {
  const pushed = html.matchAll(/self\.__next_f\.push\((\[1,"(?:[^"\\]|\\.)*"\])\)/g);
  return [...pushed].map(([, json = ""]) => (JSON.parse(json) as [number, string])[1]).join("");
}

/** Of each exercise's card in these rows, by its id, all that is in it. */
export function cardsIn(rows: Rows): Map<string, Leaf[]> {
  const cards = new Map<string, Leaf[]>();
  for (const row of rows.values()) {
    for (const props of elementsIn(row)) {
      const [, slug] = /^exercise-(.*)$/.exec(String(props.id ?? "")) ?? [];
      const isCard = slug !== undefined && "aria-labelledby" in props;
      if (isCard) cards.set(slug, leavesOf(resolved(props, rows, new Set())));
    }
  }
  return cards;
}

/** All that is in the elements of these rows: around them is what Next's router keeps of its own. */
export const allIn = (rows: Rows): Leaf[] =>
  [...rows.values()].flatMap(outermost).flatMap((one) => leavesOf(one));

function outermost(json: unknown): unknown[] {
  if (typeof json !== "object" || json === null) return [];
  return isElement(json) ? [json] : Object.values(json).flatMap(outermost);
}

function* elementsIn(json: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof json !== "object" || json === null) return;
  if (isElement(json)) yield json[3] as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(json)) yield* elementsIn(inner);
}

/** JSON with what it refers to in its places, each once. */
function resolved(json: unknown, rows: Rows, seen: Set<string>, name = ""): unknown {
  if (layout.includes(name)) return undefined;
  if (typeof json === "string") {
    const [, id] = /^\$[L@]?([0-9a-f]+)$/.exec(json) ?? [];
    if (id === undefined || !rows.has(id)) return json;
    if (seen.has(id)) return undefined;
    return resolved(rows.get(id), rows, seen.add(id), name);
  }
  if (Array.isArray(json)) return json.map((item) => resolved(item, rows, seen, name));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([inner, value]) => [inner, resolved(value, rows, seen, inner)]),
  );
}
