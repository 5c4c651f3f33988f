/** An element of KaTeX's HTML. Values of attributes stand as they are written, without their quotes. */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}
/** Text stands as it is written. */
export type Node = Element | string;

const pieces = /<(\/?)([a-z]+)((?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gi;
const attribute = /([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g;

/** HTML as a tree; undefined where it is not well-formed, as all of KaTeX's is. */
export function parsed(html: string): readonly Node[] | undefined {
  const open: { element: Element; children: Node[] }[] = [];
  const roots: Node[] = [];
  let read = 0;
  for (const match of html.matchAll(pieces)) {
    if (match.index !== read) return undefined;
    const [whole, closes, tag, attributes = "", alone] = match;
    read += whole.length;
    const around = open.at(-1)?.children ?? roots;
    if (tag === undefined) around.push(whole);
    else if (closes) {
      if (open.pop()?.element.tag !== tag) return undefined;
    } else {
      const children: Node[] = [];
      const element = { tag, attributes: attributesOf(attributes), children };
      around.push(element);
      if (!alone) open.push({ element, children });
    }
  }
  return read === html.length && open.length === 0 ? roots : undefined;
}

const attributesOf = (text: string) =>
  new Map(
    [...text.matchAll(attribute)].map(([, name = "", value, other]) => [
      name,
      value ?? other ?? "",
    ]),
  );

export function written(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : element(node))).join("");
}

function element({ tag, attributes, children }: Element): string {
  const named = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<${tag}${named}>${written(children)}</${tag}>`;
}
