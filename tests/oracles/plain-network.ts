// A network by loops over plain arrays, apart from the engine. Layers count from 0 here: W[0] leads from the inputs.

export interface PlainNetwork {
  readonly W: readonly (readonly (readonly number[])[])[];
  readonly b: readonly (readonly number[])[];
}

export interface PlainActivation {
  readonly g: (z: number) => number;
  readonly slope: (z: number) => number;
}

export const sigma = (z: number) => 1 / (1 + Math.exp(-z));

export const activations = {
  sigmoid: { g: sigma, slope: (z: number) => sigma(z) * (1 - sigma(z)) },
  tanh: { g: Math.tanh, slope: (z: number) => 1 - Math.tanh(z) ** 2 },
  relu: { g: (z: number) => Math.max(0, z), slope: (z: number) => (z > 0 ? 1 : 0) },
  identity: { g: (z: number) => z, slope: () => 1 },
} as const satisfies Record<string, PlainActivation>;

export const softmax = (z: readonly number[]) => {
  const top = Math.max(...z);
  const e = z.map((v) => Math.exp(v - top));
  const total = e.reduce((sum, v) => sum + v, 0);
  return e.map((v) => v / total);
};

/** z and h of every layer for one example; `gs` has the activation of each. The last may be softmax. */
export function feedForward(
  { W, b }: PlainNetwork,
  x: readonly number[],
  gs: readonly (PlainActivation | "softmax")[],
) {
  let below = [...x];
  return W.map((rows, l) => {
    const z = rows.map((row, j) => {
      let sum = b[l]![j]!;
      for (let i = 0; i < row.length; i++) sum += row[i]! * below[i]!;
      return sum;
    });
    const g = gs[l]!;
    const h = g === "softmax" ? softmax(z) : z.map((v) => g.g(v));
    below = h;
    return { z, h };
  });
}

/** dz, dW, db of every layer and dx, from the output's dz (p − y where loss and activation cancel). */
export function goBack(
  { W }: PlainNetwork,
  x: readonly number[],
  layers: readonly { z: readonly number[]; h: readonly number[] }[],
  gs: readonly (PlainActivation | "softmax")[],
  outputDz: readonly number[],
) {
  const dz: number[][] = [];
  const dh: number[][] = [];
  dz[W.length - 1] = [...outputDz];
  for (let l = W.length - 1; l >= 0; l--) {
    const width = W[l]![0]!.length;
    dh[l] = Array.from({ length: width }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < W[l]!.length; j++) sum += W[l]![j]![i]! * dz[l]![j]!;
      return sum;
    });
    const g = gs[l - 1];
    if (l > 0 && g && g !== "softmax") {
      dz[l - 1] = dh[l]!.map((v, i) => v * g.slope(layers[l - 1]!.z[i]!));
    }
  }
  const below = (l: number) => (l === 0 ? x : layers[l - 1]!.h);
  const dW = W.map((_, l) => dz[l]!.map((d) => below(l).map((h) => d * h)));
  return { dz, dW, db: dz, dh, dx: dh[0]! };
}
