/** What one exercise may use, so that any text an instructor types is safe to evaluate. */
export const limits = {
  nodes: 2_000,
  depth: 40,
  steps: 100_000,
  elements: 10_000,
  values: 10_000,
  characters: 10_000,
} as const;

/** Counts the evaluation steps of one variant. */
export interface Meter {
  steps: number;
}

export function newMeter(): Meter {
  return { steps: 0 };
}
