import type { Oracle } from "./answers";
import { oracle as notation } from "./lesson-01";
import { oracle as feedforward } from "./lesson-02";
import { oracle as losses } from "./lesson-03";
import { oracle as output } from "./lesson-04";
import { oracle as hidden } from "./lesson-05";
import { oracle as batches } from "./lesson-06";
import { oracle as softmax } from "./lesson-07";
import { oracle as activations } from "./lesson-08";
import { oracle as optimisers } from "./lesson-09";
import { oracle as checking } from "./lesson-10";

/** The course's lessons by their addresses, in order, each worked out. */
export const oracles: Readonly<Record<string, Oracle>> = {
  "notation-and-shapes": notation,
  feedforward,
  losses,
  "updating-weights-and-biases-1": output,
  "updating-weights-and-biases-2": hidden,
  batches,
  softmax,
  activations,
  optimisers,
  "gradient-checking": checking,
};
