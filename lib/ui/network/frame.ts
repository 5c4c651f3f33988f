import type { Highlight } from "./DiagramSvg";
import type { Scene } from "./scene";

export const phases = ["forward", "loss", "backward", "update"] as const;
export type Phase = (typeof phases)[number];

export const phaseNames: Readonly<Record<Phase, string>> = {
  forward: "Forward",
  loss: "Loss",
  backward: "Backward",
  update: "Update",
};

/** One step of a walkthrough, as the browser plays it. Plain data. */
export interface Frame {
  readonly phase: Phase;
  readonly layer: number;
  /** What happens, in words; plain text. */
  readonly caption: string;
  readonly highlight: Highlight;
  /** What changes in the diagram with this step; it stays until a later step changes it. */
  readonly changes: Partial<Scene>;
}

/** A step with its formulas, which the server writes. */
export interface ToldFrame extends Frame {
  /** KaTeX's HTML: the rule in letters, and with the numbers. */
  readonly tex: { readonly symbols: string; readonly numbers: string };
}

/** The diagram at a step (from 0): where it began, and the changes of all steps up to and with this one. */
export function sceneAt(start: Scene, frames: readonly Frame[], step: number): Scene {
  return frames.slice(0, step + 1).reduce<Scene>(
    (scene, { changes }) => ({
      nodes: { ...scene.nodes, ...changes.nodes },
      biases: { ...scene.biases, ...changes.biases },
      edges: { ...scene.edges, ...changes.edges },
      loss: changes.loss ?? scene.loss,
    }),
    start,
  );
}

/** The phases in the order they come, each with its first step (from 0) and how many it has. */
export function phaseSpans(
  frames: readonly Frame[],
): { readonly phase: Phase; readonly first: number; readonly count: number }[] {
  return phases
    .map((phase) => ({
      phase,
      first: frames.findIndex((frame) => frame.phase === phase),
      count: frames.filter((frame) => frame.phase === phase).length,
    }))
    .filter(({ count }) => count > 0);
}
