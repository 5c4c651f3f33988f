import { type Layout, nodeRadius, type Point } from "../../network/layout";
import type { Parameter } from "./parameters";

/** Where a parameter's number stands on the diagram. */
export function placeOf({ nodes, edges }: Layout, { layer, from, to }: Parameter): Point {
  if (from === undefined) {
    const { x, y } = nodes.find((node) => node.layer === layer && node.index === to)!;
    return { x, y: y + nodeRadius + 12 };
  }
  const edge = edges.find((e) => e.layer === layer && e.from === from && e.to === to)!;
  const { start, end } = edge;
  return edge.label ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
}

/** How far from a line, and how much farther from a number, a click may be. */
const [ofLine, ofNumber] = [14, 12];

/** The weight whose line or number, or the bias whose number or neuron, is nearest to a place of the diagram; undefined
 *  where nothing is near. */
export function nearestTo(layout: Layout, place: Point): Parameter | undefined {
  const weights = layout.edges.map((edge) => {
    const { layer, from, to, start, end } = edge;
    const toNumber = edge.label ? distance(place, edge.label) - ofNumber : Number.POSITIVE_INFINITY;
    return { parameter: { layer, from, to }, far: Math.min(toNumber, toLine(place, start, end)) };
  });
  const biases = layout.nodes
    .filter(({ layer }) => layer > 0)
    .map(({ layer, index, x, y }) => {
      const parameter: Parameter = { layer, to: index };
      const toNumber = distance(place, placeOf(layout, parameter)) - ofNumber;
      return { parameter, far: Math.min(toNumber, distance(place, { x, y }) - nodeRadius) };
    });
  const [nearest] = [...weights, ...biases].toSorted((a, b) => a.far - b.far);
  return nearest && nearest.far <= ofLine ? nearest.parameter : undefined;
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** From a place to the nearest point of a line. */
function toLine(place: Point, start: Point, end: Point): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = ((place.x - start.x) * dx + (place.y - start.y) * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return distance(place, { x: start.x + share * dx, y: start.y + share * dy });
}
