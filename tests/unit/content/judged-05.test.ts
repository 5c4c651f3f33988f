import { holdJudgement } from "./hold-judgement";

holdJudgement(["05-updating-weights-and-biases-2", "06-batches"]);
