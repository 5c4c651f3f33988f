import type { ReactNode } from "react";
import type { Drawing } from "./drawing";

/** The drawing with whatever is laid over it. Where it is wider than its column it scrolls sideways in a box of its
 *  own. Nothing without a drawing. */
export function Canvas({ drawing, children }: { drawing?: Drawing; children?: ReactNode }) {
  if (!drawing) return null;
  const { picture, width, least, most, label } = drawing;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fields in it have their own fieldset
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={label}
      className="relative max-w-full overflow-x-auto rounded-sm border border-line bg-card px-1 py-2"
    >
      <div className="relative mx-auto" style={{ minWidth: least * width, maxWidth: most * width }}>
        {picture}
        {children}
      </div>
    </div>
  );
}
