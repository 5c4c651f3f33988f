"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { onStanding } from "@/lib/ui/site/standing-event";

interface EndSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The end of a lesson. What the server says there comes anew when it is about to be read and answers were judged since
 *  the page came. */
export function EndSection({ id, title, children }: EndSectionProps) {
  const section = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    let [near, stale] = [false, false];
    const renew = () => {
      if (!near || !stale) return;
      stale = false;
      router.refresh();
    };
    const observer = new IntersectionObserver(
      ([entry]) => {
        near = entry?.isIntersecting ?? false;
        renew();
      },
      { rootMargin: "300px" },
    );
    if (section.current) observer.observe(section.current);
    const stop = onStanding(() => {
      stale = true;
      renew();
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [router]);
  return (
    <section
      ref={section}
      id={id}
      aria-labelledby={`${id}-title`}
      className="mt-16 scroll-mt-4 rounded-md border border-line bg-card px-4 py-5 font-sans sm:px-6 print:hidden"
    >
      <h2 id={`${id}-title`} className="font-semibold text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
