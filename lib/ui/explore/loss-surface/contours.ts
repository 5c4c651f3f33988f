import { contours } from "d3-contour";
import { type LandscapeName, landscapes, lossAt } from "./landscapes";

const [cells, rings] = [40, 10];

/** So many cells lie outside on each side, where the paths close unseen. */
const beyond = 2;

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
    from + ((i - beyond + 0.5) / cells) * (to - from);
  const side = cells + 2 * beyond;
  const losses = Array.from({ length: side * side }, (_, i) =>
    lossAt(
      landscape,
      middle(landscape.w, i % side),
      middle(landscape.b, side - 1 - Math.floor(i / side)),
    ),
  );
  const lowest = landscape.lowest.loss;
  const height = Math.max(...losses) - lowest;
  const levels = Array.from(
    { length: rings },
    (_, k) => lowest + height * ((k + 1) / (rings + 1)) ** 3,
  );
  return contours()
    .size([side, side])
    .thresholds(levels)(losses)
    .map(({ coordinates }) => coordinates.flat().map(ringPath).join(""));
}

function ringPath(ring: readonly (readonly number[])[]): string {
  const place = (at: number) => Math.round((1000 * (at - beyond)) / cells) / 10;
  return `M${ring.map(([x, y]) => `${place(x!)} ${place(y!)}`).join("L")}Z`;
}
