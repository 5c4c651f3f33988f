import { holdJudgement } from "./hold-judgement";

holdJudgement(["07-softmax", "08-activations", "09-optimisers", "10-gradient-checking"]);
