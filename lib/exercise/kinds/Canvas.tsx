import type { CSSProperties, ReactNode } from "react";
import type { Drawing } from "./drawing";

/** The drawing with whatever is laid over it. It fits its column whole. Nothing without a drawing. */
export function Canvas({ drawing, children }: { drawing?: Drawing; children?: ReactNode }) {
  if (!drawing) return null;
  const { wide, narrow, box } = drawing;
  const most = (layout = wide) => `${layout.most * layout.width}px`;
  const widths = { "--wide": most(wide), "--narrow": most(narrow) } as CSSProperties;
  return (
    <div className="@container rounded-sm border border-line bg-card px-1 py-2">
      <div className={`relative mx-auto ${box}`} style={widths}>
        {wide.picture}
        {narrow?.picture}
        {children}
      </div>
    </div>
  );
}
