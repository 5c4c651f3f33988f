import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { LocalTime } from "@/lib/ui/LocalTime";
import { ChosenZone } from "@/lib/ui/site/ChosenZone";

const at = new Date("2027-02-15T22:59:00Z");

test("before scripts know the reader's zone a time is told in one that is named", () => {
  expect(renderToString(<LocalTime at={at} zone="America/New_York" />)).toContain(
    "15 Feb 2027, 17:59 (America/New York)",
  );
});

test("a time is told in the zone that its reader chose, without scripts too", () => {
  const chosen = (
    <ChosenZone value="Asia/Kolkata">
      <LocalTime at={at} zone="America/New_York" />
    </ChosenZone>
  );
  expect(renderToString(chosen)).toContain("16 Feb 2027, 04:29 (Asia/Kolkata)");
});
