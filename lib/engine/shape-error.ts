interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** Tensors that do not fit each other. The message names the shape of each: "a 2×3 matrix can’t be multiplied by a 2×1". */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** "2×3", as messages write it. */
export function shapeOf({ rows, cols }: Shape): string {
  return `${rows}×${cols}`;
}

/** Throws ShapeError unless `a` is rows×cols; `what` names it in the message. */
export function expectShape(what: string, a: Shape, rows: number, cols: number): void {
  if (a.rows === rows && a.cols === cols) return;
  throw new ShapeError(`${what} is ${shapeOf(a)} where ${rows}×${cols} fits`);
}
