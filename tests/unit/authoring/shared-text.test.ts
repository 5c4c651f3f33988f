import { ChangeSet } from "@codemirror/state";
import { expect, test } from "vitest";
import { lineDifference } from "@/lib/authoring/editor/line-difference";
import { SharedText } from "@/lib/authoring/editor/shared-text";
import { asDocument, difference, readChange } from "@/lib/authoring/editor/text-change";

const after = (text: string, change: ChangeSet) => change.apply(asDocument(text)).toString();

test("what was refused as too long goes as what it is once it is made shorter", () => {
  const shared = new SharedText("ab", 0);
  shared.type(ChangeSet.of({ from: 2, insert: asDocument("c".repeat(200_000)) }, 2));
  expect(JSON.stringify(shared.next()).length).toBeGreaterThan(200_000);
  expect([shared.takeBack(), shared.takeBack()]).toEqual([false, false]);
  shared.type(ChangeSet.of({ from: 3, to: 200_002 }, 200_002));
  expect(shared.next()).toEqual([2, [0, "c"]]);
});

test("what is typed and taken out again is nothing to save", () => {
  const shared = new SharedText("ab", 0);
  shared.type(ChangeSet.of({ from: 1, insert: "x" }, 2));
  shared.type(ChangeSet.of({ from: 1, to: 2 }, 3));
  expect(shared.isSaved).toBe(true);
  expect(shared.next()).toBeNull();
});

test("what is typed while something is on its way may mend it", () => {
  const shared = new SharedText("ab", 0);
  shared.type(ChangeSet.of({ from: 2, insert: "c" }, 2));
  shared.next();
  shared.type(ChangeSet.of({ from: 3, insert: "d" }, 3));
  expect(shared.takeBack()).toBe(true);
  expect(shared.takeBack()).toBe(false);
  expect(shared.next()).toEqual([2, [0, "cd"]]);
});

test("a change in very many places is sent as one replacement", () => {
  const text = "ab".repeat(50_000);
  const places = Array.from({ length: 50_000 }, (_, i) => ({
    from: 2 * i,
    to: 2 * i + 1,
    insert: "c",
  }));
  const shared = new SharedText(text, 0);
  shared.type(ChangeSet.of(places, text.length));
  const sent = shared.next()!;
  expect(JSON.stringify(sent).length).toBeLessThan(200_000);
  expect(after(text, ChangeSet.fromJSON(sent))).toBe("cb".repeat(50_000));
});

test("news that doesn’t fit the text is told, and nothing of it is taken in", () => {
  const shared = new SharedText("ab", 4);
  shared.type(ChangeSet.of({ from: 2, insert: "!" }, 2));
  const fits = { own: false, change: [[0, "x"], 2] };
  expect(() => shared.take([fits, { own: false, change: [[0, "y"], 99] }])).toThrow(RangeError);
  expect(shared.seen).toBe(4);
  expect(shared.next()).toEqual([2, [0, "!"]]);
  const merged = shared.reload("xab", 6);
  expect(after("ab!", merged!)).toBe("xab!");
  expect(shared.seen).toBe(6);
});

test.each([
  ["\u{1f600}", "\u{1f601}"],
  ["a\u{1f600}b", "a\u{1f601}b"],
  // The same second half under another first one.
  ["a\u{1f600}b", "a\u{1fa00}b"],
  ["a\u{1f600}\u{1f600}b", "a\u{1f600}b"],
  ["a\u{1f600}b", "a\u{1f600}\u{1f600}b"],
  ["\u{1f600}\u{1f601}", ""],
  ["abc", "abc"],
])("what makes %j into %j cuts no pair of surrogates", (from, to) => {
  const change = difference(from, to);
  expect(after(from, change)).toBe(to);
  expect(JSON.stringify(change)).not.toMatch(/\\ud[89a-f]/);
  expect(readChange(change.toJSON() as unknown[], from.length)).not.toBeNull();
});

test("what differs line by line is told line by line", () => {
  const from = "zero\r\none\ntwo\n\nthree";
  const to = "one\r\ntwo\n\nnew\nthree\n";
  expect(after(from, lineDifference(from, to))).toBe(to);
  const apart = lineDifference("a\nb\nc\nd\n", "A\nb\nc\nD\n");
  expect(apart.toJSON()).toEqual([[2], [0, "A", ""], 4, [2], [0, "D", ""]]);
  const [many, others] = ["a\n".repeat(5_000), "b\n".repeat(5_000)];
  expect(after(many, lineDifference(many, others))).toBe(others);
});
