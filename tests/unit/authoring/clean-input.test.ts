import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { cleanInput } from "@/lib/authoring/editor/clean-input";

function typed(doc: string, from: number, to: number, insert: string) {
  const extensions = [EditorState.lineSeparator.of("\n"), cleanInput];
  const state = EditorState.create({
    doc,
    extensions,
    selection: EditorSelection.single(from, to),
  });
  const { changes, newDoc, newSelection } = state.update(state.replaceSelection(insert));
  return { text: newDoc.toString(), sent: JSON.stringify(changes), cursor: newSelection.main.head };
}

test("what is pasted is kept as it is", () => {
  expect(typed("ab", 1, 1, "x\r\n\u{1f600}")).toMatchObject({
    text: "ax\r\n\u{1f600}b",
    cursor: 6,
  });
});

test.each([
  ["character 0", "x\0y\0"],
  ["halves of pairs", "\ude00x\ud800y\ud83d"],
])("%s is left out of what is pasted, and the cursor stands behind it", (_, pasted) => {
  expect(typed("ab", 1, 1, pasted)).toMatchObject({ text: "axyb", cursor: 3 });
});

test("one emoji in another’s place is a change of whole ones, however the browser tells it", () => {
  // The two differ in their second halves alone.
  const { text, sent } = typed("a\u{1f600}b", 2, 3, "\ude01");
  expect(text).toBe("a\u{1f601}b");
  expect(sent).toBe('[1,[2,"\u{1f601}"],1]');
});

test("half an emoji that is deleted takes the other half with it", () => {
  expect(typed("a\u{1f600}b", 1, 2, "").text).toBe("ab");
  expect(typed("a\u{1f600}b", 2, 3, "").text).toBe("ab");
});
