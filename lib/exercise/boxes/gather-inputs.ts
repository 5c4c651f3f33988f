import type { Node } from "@/lib/engine";
import { type Box, type BoxLine, type Out, shapeOnly, type Taken, unique } from "./box";
import type { BoxLetter } from "./letters";
import { givenOf, isInput } from "./sources-of";

/** As many inputs of one given as one box calls each by its letter. */
const mostLetters = 2;

/** The inputs of a computation as boxes: those of one given that go the same ways are one box, "W, b" or the name of the cell
 *  that they are the weights of. */
export function gatherInputs(
  taken: readonly Taken[],
  letter: BoxLetter,
): { boxes: Box[]; lines: BoxLine[] } {
  const own = taken.filter(({ source }) => isInput(source));
  const boxes: Box[] = [];
  const lines: BoxLine[] = [];
  for (const members of together(own)) {
    const id = `input ${members[0]!.id}`;
    const isMember = new Set(members);
    const uses = own.filter(({ source }) => isMember.has(source));
    // Several weights share a line, which has no shape then.
    const outOf = (read: Node): Out =>
      members.length > 1 ? { id: `out ${id}` } : { id: shapeId(id, read), shape: shapeOnly(read) };
    const outs = new Map(uses.map(({ read }) => [outOf(read).id, outOf(read)]));
    boxes.push({ id, letters: lettersFor(members, letter), outs: [...outs.values()] });
    lines.push(...uses.map(({ read, to }) => ({ from: id, out: outOf(read).id, to })));
  }
  return { boxes, lines: unique(lines) };
}

/** Columns of one matrix come out of it as one. */
const shapeId = (id: string, { rows, cols }: Node) => `out ${id} ${rows} ${cols}`;

/** Inputs by the given that they are of and the boxes that take them. */
function together(taken: readonly Taken[]): Node[][] {
  const ways = new Map<Node, Set<string>>();
  for (const { source, to } of taken) ways.set(source, (ways.get(source) ?? new Set()).add(to));
  const groups = new Map<string, Node[]>();
  for (const [source, boxes] of ways) {
    const key = `${givenOf(source)} ${[...boxes].join(" ")}`;
    const group = groups.get(key) ?? [];
    group.push(source);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function lettersFor(members: readonly Node[], letter: BoxLetter): string[] {
  const ofGiven = letter.ofName(givenOf(members[0]!)!);
  if (members.length > mostLetters) return [ofGiven];
  return members.map((node) => letter(node) ?? ofGiven);
}
