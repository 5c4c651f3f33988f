/** A piece of what a browser is sent that nothing is inside of: an attribute, a text, a value in JSON. */
export interface Leaf {
  readonly name: string;
  readonly text: string;
}

/** Where something stands and how it looks. Numbers here are lengths. */
export const layout: readonly string[] = [
  ...["style", "class", "className", "d", "viewBox", "transform", "points", "path", "offset"],
  ...["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height"],
  ...["opacity", "minsize", "maxsize", "lspace", "rspace", "columnspacing", "rowspacing"],
  ...["stroke-width", "strokeWidth", "font-size", "fontSize", "stroke-opacity", "strokeOpacity"],
];

/** What a field needs to be a field, beside the question: which numbers these are, what its parts are worth, the shape
 *  that is drawn, how exactly to answer, and which neuron of a diagram it is on, as layer and place. */
export const fieldwork: readonly string[] = [
  ...["number", "possible", "earned", "amount", "rows", "cols", "layer", "neuron", "sizes"],
  ...["tabindex", "tabIndex", "maxlength", "size", "colspan", "from", "to", "key"],
  ...["taken", "scriptlevel"],
];

/** Pieces of what is read as words: a digit alone in one is the rest of a sentence, or a name in a formula. */
export const pieces: readonly string[] = ["children", "text", "annotation"];

/** The leaves of plain JSON. A list of texts or numbers is a leaf too, its items joined by commas: an order is told by it
 *  and not by its items. */
export function leavesOf(json: unknown, name = ""): Leaf[] {
  if (layout.includes(name)) return [];
  if (json === null || json === undefined) return [];
  if (typeof json !== "object") return [{ name, text: String(json) }];
  if (isElement(json)) return leavesOf({ key: json[2], props: json[3] });
  if (!Array.isArray(json)) {
    return Object.entries(json).flatMap(([inner, value]) => leavesOf(value, inner));
  }
  const items = json.flatMap((item) => leavesOf(item, name));
  const plain = json.length > 1 && json.every((item) => typeof item !== "object");
  return plain ? [{ name, text: json.join(",") }, ...items] : items;
}

/** React's own form of an element: its sort, its key among its neighbours and what it is given. */
type Element = readonly ["$", unknown, unknown, object];

export const isElement = (json: unknown): json is Element =>
  Array.isArray(json) && json[0] === "$" && typeof json[3] === "object" && json[3] !== null;
