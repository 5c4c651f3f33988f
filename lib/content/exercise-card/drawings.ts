import type { Drawing } from "@/lib/exercise/kinds/drawing";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { blanksDrawing } from "@/lib/ui/network/blanks-drawing";

/** Kinds that are answered on a drawing, each with what draws its view: the server, so that the drawing is there
 *  without scripts and brings none. */
const drawings: { readonly [name in KindName]?: (view: never) => Drawing } = {
  network: blanksDrawing,
};

/** What a part's fields are laid over; undefined for most kinds. The view is checked against its kind's schema. */
export function drawingOf(kind: KindName, view: unknown): Drawing | undefined {
  return drawings[kind]?.(view as never);
}
