import type { Grade } from "@/lib/exercise/kinds/kind";

/** The names of the weights that a path crosses. */
export interface PathKey {
  readonly asks: "path";
  readonly weights: readonly string[];
}

/** The names of the weights that were chosen, each once, in the diagram's order. */
export interface PathReading {
  readonly asks: "path";
  readonly weights: readonly string[];
}

/** max(0, (right − wrong) / all that are right), as of a choice of several, so that choosing every weight earns
 *  nothing more. Each chosen weight has a mark. */
export function gradePath(key: PathKey, { weights }: PathReading): Grade {
  const isRight = weights.map((name) => key.weights.includes(name));
  const right = isRight.filter(Boolean).length;
  const wrong = weights.length - right;
  const missing = key.weights.length - right;
  const feedback: string[] = [];
  if (wrong > 0) feedback.push(`${counted(wrong)} you chose ${are(wrong)} on the path.`);
  if (missing > 0)
    feedback.push(`${counted(missing)} of the path ${missing === 1 ? "is" : "are"} missing.`);
  return {
    earned: Math.max(0, (right - wrong) / key.weights.length),
    feedback,
    marks: isRight.map((one) => (one ? "right" : "wrong")),
  };
}

const counted = (count: number) => (count === 1 ? "One weight" : `${count} weights`);
const are = (count: number) => (count === 1 ? "isn’t" : "aren’t");
