"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows the page anew once lessons were loaded anew. In development alone. */
export function LoadedLessons() {
  const router = useRouter();
  useEffect(() => {
    const events = new EventSource("/api/loaded");
    let isFirst = true;
    // The first is the connection's own: only what comes later says that there is something else to show.
    events.onmessage = () => {
      if (!isFirst) router.refresh();
      isFirst = false;
    };
    return () => events.close();
  }, [router]);
  return null;
}
