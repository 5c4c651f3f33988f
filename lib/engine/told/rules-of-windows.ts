/** What goes wrong in convolution, pooling and embedding. */
export const windowRules = {
  "kernel-flipped": {
    prior: 0.06,
    title: "kernel flipped",
    says: "flipped the kernel before laying it on the input",
    instead: "In deep learning the kernel stays as it is: each weight meets the entry it lies on.",
  },
  "kernel-not-flipped-back": {
    prior: 0.05,
    title: "kernel turned going back",
    says: "laid the kernel the wrong way round when going back to the input",
    instead:
      "Each entry gets the gradient of every output it took part in, times the weight it met there.",
  },
  "stride-ignored": {
    prior: 0.06,
    title: "stride ignored",
    says: "moved by the wrong number of entries at a time",
    instead: "The stride says how far each step goes.",
  },
  "padding-ignored": {
    prior: 0.06,
    title: "padding ignored",
    says: "left out the zeros around the input",
    instead: "Padding puts zeros around the input, so the kernel also reaches over its edge.",
  },
  "kernel-bias-left-out": {
    prior: 0.05,
    title: "convolution’s bias left out",
    says: "left out the bias of the convolution",
    instead: "Every entry of the output gets the same bias added.",
  },
  "max-pool-to-all": {
    prior: 0.08,
    title: "max pool’s gradient to every entry",
    says: "passed the gradient to every entry of the window",
    instead: "Only the largest entry set the output, so it alone gets the gradient.",
  },
  "max-pool-shared": {
    prior: 0.04,
    title: "max pool’s gradient shared out",
    says: "shared the gradient among the entries of the window",
    instead: "Only the largest entry set the output, so it gets all of the gradient.",
  },
  "mean-pool-share-forgotten": {
    prior: 0.07,
    title: "mean pool’s share forgotten",
    says: "passed the whole gradient to every entry of the window",
    instead:
      "In a mean of $n$ entries each counts $\\frac{1}{n}$, so each gets $\\frac{1}{n}$ of the gradient.",
  },
  "pool-summed": {
    prior: 0.04,
    title: "window added up instead of averaged",
    says: "added up the window without dividing",
    instead: "A mean pool divides each window’s sum by the number of its entries.",
  },
  "mean-for-max": {
    prior: 0.04,
    title: "mean pool instead of max pool",
    says: "took the mean of each window instead of its largest entry",
    instead: "A max pool keeps the largest entry of each window.",
  },
  "max-for-mean": {
    prior: 0.04,
    title: "max pool instead of mean pool",
    says: "took the largest entry of each window instead of its mean",
    instead: "A mean pool takes the mean of each window.",
  },
  "token-counted-from-0": {
    prior: 0.05,
    title: "tokens counted from 0",
    says: "counted the columns of the embedding from 0",
    instead: "Tokens count from 1 here: token 1 has the first column.",
  },
  "embedding-row-read": {
    prior: 0.05,
    title: "row of the embedding read",
    says: "read rows of the embedding instead of columns",
    instead: "Each token has a column of the embedding.",
  },
  "repeated-token-once": {
    prior: 0.05,
    title: "repeated token counted once",
    says: "counted a repeated token only once in the gradient",
    instead: "A token that occurs twice moves the loss twice, so its gradients add up.",
  },
} as const;
