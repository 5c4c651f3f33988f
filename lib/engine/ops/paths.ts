import type { Node, Op } from "../graph";
import { add } from "./add";

/** The gradients along two ways on from one node, added: what it moves along each counts. The settings are the nodes that all
 *  these ways lead on to, the one met first going back first. */
export const paths: Op<readonly Node[]> = { ...(add as Op<never>), name: "paths" };
