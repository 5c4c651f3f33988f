interface ArchitectureWords {
  readonly name: string;
  readonly title: string;
  readonly functions: readonly string[];
}

/** What an exercise's numbers run through, told by the functions that it calls. */
export const architectures = [
  {
    name: "dense",
    title: "Dense network",
    functions: ["network", "forward", "backprop"],
  },
  {
    name: "convolution",
    title: "Convolution or pooling",
    functions: ["conv1d", "conv2d", "maxPool", "meanPool"],
  },
  { name: "recurrent", title: "Recurrent cell", functions: ["recurrent", "lstm", "gru"] },
  { name: "attention", title: "Attention", functions: ["attention", "scores", "masked"] },
  { name: "norm", title: "Layer or batch norm", functions: ["layerNorm", "batchNorm"] },
  { name: "none", title: "None of these", functions: [] },
] as const satisfies readonly ArchitectureWords[];

export type Architecture = (typeof architectures)[number]["name"];
