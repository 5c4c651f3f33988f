import type { ReactNode } from "react";

/** The sheet a diagram is drawn on. Its width says which of the diagram's layouts is shown. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="@container rounded-sm border border-line bg-card px-1 py-2 print:break-inside-avoid">
      {children}
    </div>
  );
}
