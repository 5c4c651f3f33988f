import { holdJudgement } from "./hold-judgement";

holdJudgement([
  "01-notation-and-shapes",
  "02-feedforward",
  "03-losses",
  "04-updating-weights-and-biases-1",
]);
