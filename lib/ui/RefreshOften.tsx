"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the page asked for again each second, while it shows something that is under way. Without scripts, on reload. */
export function RefreshOften() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
