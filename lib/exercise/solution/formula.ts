/** TeX and how tightly it holds together: a sum, a product, a power, or one thing. */
export interface Formula {
  readonly tex: string;
  readonly binds: 1 | 2 | 3 | 4;
}

/** The formula's TeX, in parentheses where it holds together less tightly than is needed. */
export function within({ tex, binds }: Formula, needed: number): string {
  if (binds >= needed) return tex;
  return /\\(frac|begin|sum)/.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`;
}
