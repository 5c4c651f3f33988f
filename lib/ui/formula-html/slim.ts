import { type Element, type Node, parsed, written } from "./tree";

/** KaTeX's HTML of a formula without what neither shows nor says anything: a lesson has hundreds of formulas, and about a
 *  third of each is such. How it looks, what it means in MathML and the TeX it came from stay. */
export function slim(html: string): string {
  const nodes = parsed(html);
  return nodes ? written(nodes.flatMap((node) => slimmed(node, []))) : html;
}

/** A node as what takes its place; `around` are the classes of its parent, and of its parent's parent. */
function slimmed(node: Node, around: readonly (readonly string[])[]): readonly Node[] {
  if (typeof node === "string") return [node];
  if (node.tag === "math") return [spoken(node)];
  if (node.tag === "svg") return [without(node, "xmlns")];
  if (node.tag !== "span") return [node];
  const classes = (node.attributes.get("class") ?? "").split(" ").filter((one) => !isIdle(one));
  const [parent = []] = around;
  const children = node.children.flatMap((child) => slimmed(child, [classes, parent]));
  const attributes = new Map(node.attributes);
  if (classes.length > 0) attributes.set("class", classes.join(" "));
  else attributes.delete("class");
  const style = attributes.get("style");
  if (style) attributes.set("style", style.replace(/;$/, ""));
  const needed = attributes.size > 0 || around.flat().some((one) => layingOut.has(one));
  return needed ? [{ ...node, attributes, children }] : children;
}

const without = (node: Element, name: string): Element => ({
  ...node,
  attributes: new Map([...node.attributes].filter(([one]) => one !== name)),
});

/** TeX's classes of atoms, for which KaTeX has no style: it has put their spaces in already. */
const idle = new Set(" mord mop mbin mrel mopen mclose mpunct minner mtight".split(" "));
const isIdle = (name: string) => idle.has(name);

/** Whose children and grandchildren KaTeX's styles place as such. */
const layingOut = new Set(["vlist", "mfrac", "katex-inner", "delim-size1", "delim-size4"]);

/** How MathML is laid out, which it never is here: it is there to be read out. */
const layout = new Set(
  (
    "xmlns stretchy lspace rspace rowspacing columnspacing columnalign scriptlevel displaystyle " +
    "separator minsize maxsize"
  ).split(" "),
);

/** MathML without its layout. A row of one is that one. */
function spoken(node: Element): Element {
  const children = node.children.map((child) => (typeof child === "string" ? child : inner(child)));
  const kept = [...node.attributes].filter(([name]) => !layout.has(name));
  return { ...node, attributes: new Map(kept), children };
}

function inner(child: Element): Node {
  const one = spoken(child);
  const groups = one.tag === "mrow" || one.tag === "mstyle";
  if (!groups || one.attributes.size > 0) return one;
  const [only, ...others] = one.children;
  return only !== undefined && others.length === 0 ? only : { ...one, tag: "mrow" };
}
