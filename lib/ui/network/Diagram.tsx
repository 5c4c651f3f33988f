import { DiagramSvg, type Heading, type Highlight } from "./DiagramSvg";
import { type Layouts, shownLayouts } from "./layouts";
import { Sheet } from "./Sheet";
import type { Scene } from "./scene";

interface DiagramProps {
  layouts: Layouts;
  scene: Scene;
  headings: readonly Heading[];
  label: string;
  highlight?: Highlight;
}

/** A network on its sheet, which fits any column whole: from left to right where there is room, else from top to bottom. */
export function Diagram({ layouts, ...drawing }: DiagramProps) {
  return (
    <Sheet>
      {shownLayouts(layouts).map((shown) => (
        <DiagramSvg key={shown.className} {...drawing} {...shown} />
      ))}
    </Sheet>
  );
}
