import type { RootContent } from "mdast";
import { expect } from "vitest";
import type { Lesson } from "@/lib/content";

type Node = RootContent & { name?: string; value?: string; children?: Node[]; depth?: number };

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");

/** The heads of tables that a screen reader would find nameless: those that are empty or a formula alone. */
function namelessHeads(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== "table") return namelessHeads(node.children ?? []);
    const cells = node.children[0]?.children ?? [];
    return cells.map((cell) => wordsOf(cell as Node)).filter((words) => words.trim() === "");
  });
}

const wordsOf = (node: Node): string =>
  node.type === "text" ? (node.value ?? "") : (node.children ?? []).map(wordsOf).join("");

/** Six exercises or more, something that moves, and the two closing sections with enough in them. */
export function expectWhole(lesson: Lesson): void {
  const body = lesson.body as Node[];
  const isSection = ({ type, depth }: Node) => type === "heading" && depth === 2;
  const heads = body.flatMap((node) => (isSection(node) ? [textOf(node)] : []));
  const names = body.map(({ name }) => name);
  expect(namelessHeads(body)).toEqual([]);
  expect(lesson.exercises.length).toBeGreaterThanOrEqual(6);
  expect(names.includes("Walkthrough") || names.includes("Derivation")).toBe(true);
  const [mixed, now] = [heads.indexOf("Mixed practice"), heads.indexOf("What you can do now")];
  expect(mixed).toBeGreaterThan(0);
  expect(now).toBe(mixed + 1);
  const from = (head: string) =>
    body.findIndex((node) => node.type === "heading" && textOf(node) === head);
  const practice = names.slice(from("Mixed practice"), from("What you can do now"));
  expect(practice.filter((name) => name === "Exercise").length).toBeGreaterThanOrEqual(2);
  const list = body.slice(from("What you can do now")).find(({ type }) => type === "list");
  const points = list?.children?.length ?? 0;
  expect(points).toBeGreaterThanOrEqual(3);
  expect(points).toBeLessThanOrEqual(5);
}
