import type { ReactNode } from "react";

/** Small line icons on a 24 grid, drawn in the colour of the text around them. They are plain SVG because
 *  lucide-react's components are client code, and these stand in pages that send no script. */
const drawings = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  cross: <path d="M6.5 6.5l11 11m0-11l-11 11" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
    </>
  ),
  question: (
    <>
      <path d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.1.7-1.7 1.3-1.7 2.6" />
      <path d="M12 18.2v.1" strokeWidth="2.6" />
    </>
  ),
  note: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.3v4.7" />
      <path d="M12 8v.1" strokeWidth="2.6" />
    </>
  ),
  tip: (
    <>
      <path d="M9 17.5h6M10 20.5h4" />
      <path d="M9 17.2c0-2-2.8-3.4-2.8-7a5.8 5.8 0 0 1 11.6 0c0 3.6-2.8 5-2.8 7" />
    </>
  ),
  warning: (
    <>
      <path d="M12 4 2.8 19.8h18.4z" />
      <path d="M12 10v4.2" />
      <path d="M12 17v.1" strokeWidth="2.4" />
    </>
  ),
  bars: <path d="M5 20v-6M12 20V4.5M19 20V9.5" strokeWidth="3" />,
  recall: <path d="M4.5 8.5V4M4.5 8.5H9M5 8a8 8 0 1 1-.9 5.5" />,
  play: <path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />,
  pause: <path d="M8.5 6v12M15.5 6v12" strokeWidth="3" />,
  previous: <path d="m14.5 6-6 6 6 6" />,
  next: <path d="m9.5 6 6 6-6 6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** An icon beside words that say the same: it is hidden from screen readers. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`inline-block shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
