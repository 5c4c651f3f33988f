import type { Op } from "../graph";
import { sigmoid } from "./sigmoid";
import { tanh } from "./tanh";

/** A sigmoid that says how much of something is let through, between 0 for none and 1 for all. */
export const gate: Op = { ...sigmoid, name: "gate" };

/** A tanh that proposes what is to be remembered. */
export const candidate: Op = { ...tanh, name: "candidate" };
