import { useEffect, useState } from "react";

/** How far below the top of the window a heading must be passed to be the current one, in pixels. */
const readingLine = 140;

/** The id of the section that is being read: that of the last heading above the reading line; null before the first,
 *  on the server and without scripts. */
export function useCurrentSection(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < readingLine;
      });
      setCurrent(passed.at(-1) ?? null);
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", later);
      removeEventListener("resize", later);
    };
  }, [ids]);
  return current;
}
