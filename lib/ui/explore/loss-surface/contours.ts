import { contours } from "d3-contour";
import { type LandscapeName, landscapes, lossAt } from "./landscapes";

const [cells, rings] = [48, 11];
const known = new Map<LandscapeName, readonly string[]>();

/** Lines of equal loss, the lowest first, each as the path of all that is higher, in a square of 100 by 100. They stand
 *  closer near the lowest point, where a descent ends. */
export function contourPaths(name: LandscapeName): readonly string[] {
  const paths = known.get(name) ?? drawContours(name);
  known.set(name, paths);
  return paths;
}

function drawContours(name: LandscapeName): readonly string[] {
  const landscape = landscapes[name];
  const middle = ([from, to]: readonly [number, number], i: number) =>
    from + ((i + 0.5) / cells) * (to - from);
  const losses = Array.from({ length: cells * cells }, (_, i) =>
    lossAt(
      landscape,
      middle(landscape.w, i % cells),
      middle(landscape.b, cells - 1 - Math.floor(i / cells)),
    ),
  );
  const lowest = landscape.lowest.loss;
  const height = Math.max(...losses) - lowest;
  const levels = Array.from({ length: rings }, (_, k) => lowest + height * ((k + 1) / 12) ** 3);
  return contours()
    .size([cells, cells])
    .thresholds(levels)(losses)
    .map(({ coordinates }) => coordinates.flat().map(ringPath).join(""));
}

function ringPath(ring: readonly (readonly number[])[]): string {
  const place = (at: number) => Math.round((1000 * at) / cells) / 10;
  return `M${ring.map(([x, y]) => `${place(x!)} ${place(y!)}`).join("L")}Z`;
}
