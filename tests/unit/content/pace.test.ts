import type { RootContent } from "mdast";
import { expect, it } from "vitest";
import { lessonAt } from "./a-lesson";

const lessons = [
  "01-notation-and-shapes",
  "02-feedforward",
  "03-losses",
  "04-updating-weights-and-biases-1",
  "05-updating-weights-and-biases-2",
  "06-batches",
  "07-softmax",
  "08-activations",
  "09-optimisers",
  "10-gradient-checking",
];
/** The lessons that stand before one whole update has been done take less than an hour, the later ones at most 75 minutes. */
const longest = (folder: string) => (folder < "05" ? 59 : 75);

const nameOf = (node: RootContent | undefined) => (node as { name?: string } | undefined)?.name;

it.each(lessons)(
  "%s says how long it takes, no longer than one sitting, and has a figure to move",
  (folder) => {
    const { minutes, body } = lessonAt("backpropagation", folder);
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThanOrEqual(longest(folder));
    const figures = body.filter((node) => nameOf(node) === "Explore");
    expect(figures.length).toBeGreaterThan(0);
  },
);

it("lesson 1 has a network to move, and then a number to work out, before anything else is asked or drawn", () => {
  const { body } = lessonAt("backpropagation", "01-notation-and-shapes");
  const named = body.map(nameOf).filter((name) => name !== undefined);
  expect(named.slice(0, 2)).toEqual(["Explore", "Exercise"]);
});
