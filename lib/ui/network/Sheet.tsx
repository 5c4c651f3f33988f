import type { ReactNode, Ref } from "react";
import { ScrollBox } from "../ScrollBox";

/** The widest drawing that a phone's column shows whole. */
const phone = 340;
const look = "rounded-sm border border-line bg-card px-1 py-2";

/** The sheet a diagram is drawn on. One that is too wide for a phone scrolls sideways in it. */
export function Sheet({
  width,
  label,
  children,
  ref,
}: {
  width: number;
  label: string;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
}) {
  if (width <= phone) return <div className={look}>{children}</div>;
  return (
    <ScrollBox ref={ref} className={look} label={`${label}, scrolls sideways`}>
      {children}
    </ScrollBox>
  );
}
