"use client";

import { useEffect } from "react";

/** Shows the whole page's numbers with a decimal comma, once its scripts have taken it over. */
export function DecimalComma() {
  useEffect(() => {
    let [stop, gone] = [() => {}, false];
    import("./comma-page").then(({ commaPage }) => {
      if (!gone) stop = commaPage(document.body);
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return null;
}
