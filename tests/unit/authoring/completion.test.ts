import { snippet } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { elementsAt } from "@/lib/authoring/editor/elements-at";
import { explain } from "@/lib/authoring/editor/explain";
import { snippetOf } from "@/lib/authoring/editor/snippet-of";
import type { Vocabulary } from "@/lib/authoring/editor/vocabulary";
import { whereAmI } from "@/lib/authoring/editor/where-am-i";
import { elements } from "@/lib/content/elements";
import { functions } from "@/lib/exercise/language/functions";

const names = Object.keys(elements);
const vocabulary: Vocabulary = {
  elements,
  functions: [...functions].map(([name, { signature, summary, example, value }]) => ({
    ...{ name, signature, summary, example, value },
  })),
  words: {},
  skills: ["losses"],
  terms: [],
  misconceptions: [],
};

test("in an exercise its parts come first, and what has no place there is not offered", () => {
  const offered = elementsAt(
    '<Exercise id="e" title="E">\n  <Given name="a" value={1} />\n  <',
    names,
  );
  expect(offered.slice(0, 7)).toEqual([
    "Numeric",
    "Matrix",
    "Choice",
    "Ordering",
    "NetworkBlanks",
    "Expression",
    "Given",
  ]);
  expect(offered).toContain("Callout");
  for (const name of ["Exercise", "Explore", "Option", "Step"]) expect(offered).not.toContain(name);
});

test.each([
  ["a lesson", "Text\n\n<", "Exercise", ["Numeric", "Hint", "Option"]],
  [
    "a choice",
    '<Exercise id="e" title="E">\n<Choice name="c" label="$a > b$">\n  <',
    "Option",
    ["Numeric"],
  ],
  ["an ordering", '<Exercise id="e" title="E">\n<Ordering name="o">\n  <', "Step", ["Option"]],
  [
    "what follows an ordering that is closed at once",
    '<Exercise id="e" title="E">\n<Ordering name="o" from={a} />\n  <',
    "Numeric",
    ["Step"],
  ],
])("in %s what may stand there is offered", (_, before, first, others) => {
  const offered = elementsAt(before, names);
  expect(offered[0]).toBe(first);
  for (const name of others) expect(offered).not.toContain(name);
});

/** An element completed, each place that Tab goes to marked. */
function stops(begins: string): string {
  let state = EditorState.create({ doc: "" });
  snippet(snippetOf(begins))(
    {
      state,
      dispatch: (transaction) => {
        state = transaction.state;
      },
    },
    null,
    0,
    0,
  );
  const marked = snippetOf(begins).replaceAll("#{}", "·").replaceAll("\\{", "{");
  expect(state.doc.toString()).toBe(marked.replaceAll("·", ""));
  return marked;
}

test.each([
  ["Exercise", '<Exercise id="·" title="·">\n·\n</Exercise>'],
  ["Numeric", '<Numeric name="·" label="·" answer={·} significant={3} />'],
  ["Given", '<Given name="·" value={·} />'],
])("Tab goes from one empty place of <%s> to the next", (name, expected) => {
  expect(stops(elements[name as keyof typeof elements].begins)).toBe(expected);
});

test("every element begins as it did, without the places to stop at", () => {
  for (const { begins } of Object.values(elements)) stops(begins);
});

const exercise =
  '<Exercise id="e" title="E" skills="losses">\n<Given name="rate" value={pick(1, 2)} />\n<Numeric name="n" answer={log(rate)} significant={3} />';

test.each([
  ["an attribute", "significant", "significant, of <Numeric>", "Right to so many significant"],
  ["an element", "Numeric", "<Numeric>", "Asks for a number."],
  ["a skill", "losses", "losses", "A skill of this course"],
  ["a function", "log", "log(a)", "logarithm"],
  ["a name in scope", "rate", "rate", "A given."],
])("%s is explained as what it is", (_, word, title, says) => {
  const before = exercise.slice(0, exercise.lastIndexOf(word) + word.length);
  const found = explain(before, word, vocabulary);
  expect(found?.title).toBe(title);
  expect(found?.says).toContain(says);
});

test("a given is explained with how it is worked out", () => {
  const before = exercise.slice(0, exercise.lastIndexOf("rate") + 4);
  expect(explain(before, "rate", vocabulary)?.example).toBe("pick(1, 2)");
});

test("a word of the text is not explained", () => {
  expect(explain(`${exercise}\n\nThe log`, "log", vocabulary)).toBeUndefined();
});

test("the words of an option are known by the option", () => {
  expect(whereAmI('<Given name="n" value={network([2, 1], { activation: "re')).toEqual({
    is: "option",
    option: "activation",
  });
});
