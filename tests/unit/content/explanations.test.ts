import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { explanations } from "@/lib/exercise/diagnosis/explanations";
import { lessonAt } from "./a-lesson";

it("every explanation reads on in a section that there is", () => {
  const anchors = new Set(
    readdirSync("content/backpropagation", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        lessonAt("backpropagation", name).headings.map(
          ({ id }) => `/courses/backpropagation/${name.replace(/^\d+-/, "")}#${id}`,
        ),
      ),
  );
  const lost = Object.values(explanations).filter(({ lesson }) => !anchors.has(lesson));
  expect(lost.map(({ lesson }) => lesson)).toEqual([]);
}, 60_000);
