/** What goes wrong in extremes, inverses and products of matrices. */
export const matrixRules = {
  "joined-in-other-order": {
    prior: 0.04,
    title: "joined in the other order",
    says: "put the blocks together in the opposite order",
    instead: "The first block comes first, from left to right.",
  },
  "min-for-max": {
    prior: 0.03,
    title: "smallest for largest",
    says: "took the smallest entry instead of the largest",
    instead: "The maximum is the largest entry, signs included.",
  },
  "max-for-min": {
    prior: 0.03,
    title: "largest for smallest",
    says: "took the largest entry instead of the smallest",
    instead: "The minimum is the smallest entry, signs included.",
  },
  "argmax-from-0": {
    prior: 0.08,
    title: "argmax counted from 0",
    says: "counted from 0",
    instead: "Places count from 1 here: the first entry is number 1.",
  },
  "max-for-argmax": {
    prior: 0.05,
    title: "largest value instead of its place",
    says: "gave the largest value instead of its place",
    instead: "The argmax is where the largest entry stands.",
  },
  "clip-one-side": {
    prior: 0.05,
    title: "clipped on one side only",
    says: "clipped on one side only",
    instead:
      "Clipping raises what is below the lower bound, and lowers what is above the upper one.",
  },
  "transposed-for-inverse": {
    prior: 0.05,
    title: "transpose instead of inverse",
    says: "transposed the matrix instead of inverting it",
    instead: "$A^{-1}$ undoes $A$: $A^{-1}A = I$.",
  },
  "entries-inverted": {
    prior: 0.04,
    title: "every entry inverted",
    says: "took one over every entry",
    instead: "$A^{-1}$ is not made entry by entry: $A^{-1}A = I$.",
  },
  "determinant-forgotten": {
    prior: 0.07,
    title: "determinant forgotten",
    says: "didn’t divide by the determinant",
    instead: "Of a 2×2 matrix, swap $a$ and $d$, negate $b$ and $c$, and divide by $ad - bc$.",
  },
  "system-transposed": {
    prior: 0.04,
    title: "transposed system solved",
    says: "solved with $A^{\\top}$ instead of $A$",
    instead: "Each row of $A$ is one equation.",
  },
  "product-for-solution": {
    prior: 0.04,
    title: "multiplied instead of solved",
    says: "multiplied by $A$ instead of solving for $x$",
    instead: "$Ax = b$ means $x = A^{-1}b$.",
  },
  "outer-turned": {
    prior: 0.06,
    title: "outer product turned",
    says: "swapped the two vectors of the outer product",
    instead: "$ab^{\\top}$ has a row for each entry of $a$ and a column for each of $b$.",
  },
  "batch-first-for-all": {
    prior: 0.04,
    title: "first matrix of the batch used for all",
    says: "multiplied every matrix of the batch by the same one",
    instead:
      "Each matrix of a batch has a partner of its own: the one at its place in the other batch.",
  },
  "another-of-batch": {
    prior: 0.03,
    title: "another matrix of the batch",
    says: "gave another matrix of the batch",
    instead: "Check which place in the batch is asked for.",
  },
  "batch-partners-turned": {
    prior: 0.03,
    title: "partners of a batch in the opposite order",
    says: "multiplied the matrices of one batch by those of the other in the opposite order",
    instead: "The first matrix goes with the first, the second with the second.",
  },
} as const;
