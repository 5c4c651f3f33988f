export { limits, newMeter } from "./budget";
export { type Compiled, compile, compileRecord, compileText } from "./compile";
export { evaluate } from "./evaluate";
export type { Context, Expr, Generator, Scope } from "./expr";
export { LanguageError } from "./expr";
export { reservedNames } from "./functions";
export { referencePage } from "./reference";
