/** A neuron's loss, ln(1 + e^(−2w)), its slope where the figure stands, and the size of its third derivative there. */
const lossAt = (w: number) => Math.log(1 + Math.exp(-2 * w));
export const w0 = 0.2;
const share = 1 / (1 + Math.exp(-2 * w0));
export const slope = -2 * (1 - share);
const third = Math.abs(8 * share * (1 - share) * (1 - 2 * share));

export interface DifferenceState {
  /** The power of ten that ε is, in halves. */
  readonly power: number;
}

export const differenceStart: DifferenceState = { power: 0 };

/** From small to large, as along the chart. */
export const powers: readonly number[] = Array.from({ length: 25 }, (_, i) => i / 2 - 12);

/** What a computer with 16 figures comes to with this ε, and how far off that is. */
export interface Differences {
  readonly epsilon: number;
  readonly ahead: number;
  readonly across: number;
  readonly errorAhead: number;
  readonly errorAcross: number;
  /** The errors of the central difference that are foreseen, from the cut-off series and from rounding. */
  readonly truncation: number;
  readonly rounding: number;
}

export function differencesAt({ power }: DifferenceState): Differences {
  const epsilon = 10 ** power;
  const [below, here, above] = [lossAt(w0 - epsilon), lossAt(w0), lossAt(w0 + epsilon)];
  const ahead = (above - here) / epsilon;
  const across = (above - below) / (2 * epsilon);
  return {
    epsilon,
    ahead,
    across,
    errorAhead: Math.abs(ahead - slope),
    errorAcross: Math.abs(across - slope),
    truncation: (epsilon ** 2 / 6) * third,
    rounding: 1e-16 / epsilon,
  };
}

/** How many decimals of a slope are right when it is this far off. */
export function rightDecimals(error: number): number {
  return Math.max(0, Math.floor(-Math.log10(2 * error)));
}
