import type { ReactNode } from "react";
import { Once } from "../once/once";
import { Awake } from "./Awake";
import type { FigureName, Subject } from "./figures";
import { stills } from "./stills";

interface ExploreProps {
  figure: FigureName;
  title?: string;
  caption?: ReactNode;
  /** For the figure "network" alone. */
  subject?: Subject;
}

/** A figure you can move. The server draws its first state, numbers and all; the browser takes over from there once the
 *  reader comes near it. */
export function Explore({ figure, title, caption, subject }: ExploreProps) {
  return (
    <figure className="my-6">
      {title ? (
        <figcaption className="mb-2 font-sans font-semibold text-ink text-sm">{title}</figcaption>
      ) : null}
      <Awake figure={figure} title={title} subject={subject}>
        <Once>
          {/* A piece is one element; some figures are several. */}
          <div>{stills[figure](subject)}</div>
        </Once>
      </Awake>
      {caption ? (
        <p className="caption mt-2.5 font-sans text-muted text-sm leading-snug">{caption}</p>
      ) : null}
    </figure>
  );
}
