import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PartTable } from "@/app/write/[course]/lessons/[folder]/check/PartTable";

const spread = { min: -3.8, median: 0.5, max: 3.24, counts: [1, 2, 1], different: 140 };

test("a part whose answers are no figures has no row of empty cells in the check’s table", () => {
  const choice = { name: "pick", kind: "choice" } as const;
  expect(renderToStaticMarkup(<PartTable parts={[choice]} mistakes={[]} />)).toBe("");
  const number = { name: "z", kind: "numeric", spread } as const;
  const shown = renderToStaticMarkup(<PartTable parts={[choice, number]} mistakes={[]} />);
  expect(shown).toContain("140");
  expect(shown).not.toContain("pick");
});
