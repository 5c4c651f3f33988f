import { Refusal } from "./refusal";

/** What one variant may use, so that any text an instructor types is safe to evaluate. */
export const limits = {
  /** Nodes of one expression. */
  nodes: 2_000,
  /** Nesting of one expression. */
  depth: 100,
  /** Units of work of one variant: a node, a number computed, or a multiplication inside a matrix product. */
  steps: 2_000_000,
  /** What working out an exercise again takes for each given and part, beside what its expressions take. */
  again: 300,
  /** What holding one number of a key against another takes. */
  held: 10,
  /** Values that one map or scan goes along. */
  turns: 500,
  /** Units of work for each node of an arrow function, every time that it is laid down. */
  turn: 100,
  /** Entries of one tensor. */
  elements: 10_000,
  /** Values in one list or record. */
  values: 10_000,
  /** Characters of one text. */
  characters: 10_000,
} as const;

/** Counts the work done for one variant: drawing its numbers, as often as it takes, and judging them. */
export interface Meter {
  steps: number;
}

export function newMeter(): Meter {
  return { steps: 0 };
}

/** Whether the variant has used its budget up. */
export const isUsedUp = ({ steps }: Meter): boolean => !(steps <= limits.steps);

/** Does as much as a budget of its own allows. */
export function withinBudget(work: (meter: Meter) => void): void {
  try {
    work(newMeter());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Adds `work` to the count before it is done; throws Refusal when the variant has used its budget up. */
export function spend(meter: Meter, work: number): void {
  meter.steps += work;
  if (isUsedUp(meter)) {
    throw new Refusal(
      `this takes more than ${limits.steps} steps`,
      "Use smaller networks, batches or matrices.",
    );
  }
}

/** Spends one step for each entry of a tensor about to be made; throws Refusal when it would be too large. */
export function spendTensor(meter: Meter, rows: number, cols: number): void {
  if (!(rows * cols <= limits.elements)) {
    throw new Refusal(
      `a ${rows}×${cols} matrix has more than ${limits.elements} entries`,
      `Keep rows times columns at ${limits.elements} or fewer.`,
    );
  }
  spend(meter, rows * cols);
}
