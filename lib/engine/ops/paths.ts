import type { Op } from "../graph";
import { add } from "./add";

/** The gradients along two ways on from one node, added: what it moves along each counts. */
export const paths: Op = { ...add, name: "paths" };
