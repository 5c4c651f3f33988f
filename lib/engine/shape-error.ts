interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** Tensors that do not fit each other; the message says what was tried, and names every shape. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";

  constructor(problem: string, ...shapes: readonly Shape[]) {
    super([problem, shapes.map(shapeOf).join(" and ")].filter(Boolean).join(": "));
  }
}

/** "2×3". */
export function shapeOf({ rows, cols }: Shape): string {
  return `${rows}×${cols}`;
}

/** Throws ShapeError unless `a` is rows×cols; `what` names it. */
export function expectShape(what: string, a: Shape, rows: number, cols: number): void {
  if (a.rows === rows && a.cols === cols) return;
  throw new ShapeError(`${what} is ${shapeOf(a)} where ${rows}×${cols} fits`);
}
