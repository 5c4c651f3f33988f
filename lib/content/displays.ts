import type { Node, RootContent } from "mdast";
import type { Display } from "@/lib/exercise";
import { type Expr, placeOf, placesIn } from "@/lib/exercise/language";
import { exprsOf, type Wording } from "@/lib/exercise/wording";
import { isElement } from "./unravel";

/** Significant figures of a value in prose and in TeX, and of one on a diagram. */
const inText = 4;
const onDiagram = 3;

/** What a text shows of computed values: those it puts out whole, those it formats, and the passes it draws. */
export function displaysIn(nodes: readonly RootContent[]): Display[] {
  return nodes.flatMap((node) => {
    const { expr, values = [], attributes } = (node as Node).data ?? {};
    const own = [...(expr ? [expr] : []), ...values.map((value) => value.expr)].flatMap(displayOf);
    const pass = isElement(node) ? attributes?.get("pass")?.value : undefined;
    const drawn = typeof pass === "object" ? placesIn(pass.node) : [];
    const said = [...(attributes?.values() ?? [])].flatMap(({ wording = [] }) =>
      displaysOf(wording),
    );
    const inside = "children" in node ? displaysIn(node.children as RootContent[]) : [];
    return [...own, ...said, ...drawn.map((place) => significant(place, onDiagram)), ...inside];
  });
}

/** What a label or a caption shows of computed values. */
export const displaysOf = (wording: Wording): Display[] => exprsOf(wording).flatMap(displayOf);

const significant = (place: string, amount: number): Display => ({
  place,
  rule: "significant",
  amount,
});

function displayOf({ node }: Expr): Display[] {
  const place = placeOf(node);
  if (place !== undefined) return [significant(place, inText)];
  if (node.type !== "CallExpression") return [];
  const name = placeOf(node.callee);
  const [value, digits] = node.arguments;
  const amount = digits?.type === "Literal" ? Number(digits.value) : inText;
  const formats = name === "fixed" || name === "significant" || name === "tex";
  if (!formats && name !== "at") return [];
  const rule = name === "fixed" ? "decimals" : "significant";
  const places = value ? placesIn(value) : [];
  return places.map((one) => ({ place: one, rule, amount: name === "at" ? inText : amount }));
}
