export { limits, type Meter, newMeter } from "./budget";
export {
  type Compiled,
  type CompileOptions,
  compile,
  compileRecord,
  compileText,
} from "./compile";
export { type Definitions, defineWhole, gradientsIn } from "./definitions";
export { fixed, short, significant } from "./digits";
export { countWork, evaluate } from "./evaluate";
export { type Context, type Expr, type Generator, LanguageError, type Scope } from "./expr";
export { inWords } from "./in-words";
export { isKeepable, unkeepable } from "./keepable";
export { freeNameFor, isFreeName, isWordOfJavaScript } from "./names";
export { placeOf, placesIn } from "./nodes/places";
export { referencePage } from "./reference";
export { Refusal } from "./refusal";
export { show } from "./show";
export { suggest } from "./suggest";
export { texOf } from "./tex";
