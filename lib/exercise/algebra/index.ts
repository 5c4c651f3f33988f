export { Answer, type Relation } from "./compare";
export { type Form, forms, hasForm } from "./form";
export type { Formula, FunctionName, Operator } from "./formula";
export { isReserved, Names } from "./names";
export { type ReadFormula, readFormula } from "./read";
export { inWords, sameShape, shapeOf } from "./shape-of";
export { toPlain } from "./to-plain";
export { toTex } from "./to-tex";
export { defaultTex, greekTex, type Named, type Shape, type Variable } from "./variables";
