export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Scores from 0 to `possible` counted in bins of equal width; a bin holds its lower edge and, the last one
 *  alone, its upper. Scores beyond either end count in the end's bin. */
export function binScores(scores: readonly number[], possible: number, bins: number): Bin[] {
  const width = possible / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const score of scores) {
    // 0.7 / 0.1 is 6.999…: a score on an edge belongs above it.
    const place = width > 0 ? Math.floor(score / width + 1e-9) : 0;
    const bin = Math.min(bins - 1, Math.max(0, place));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ from: i * width, to: (i + 1) * width, count }));
}

/** The middle score, the mean of the two middle ones when there are two; undefined without scores. */
export function median(scores: readonly number[]): number | undefined {
  if (scores.length === 0) return undefined;
  const sorted = [...scores].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
