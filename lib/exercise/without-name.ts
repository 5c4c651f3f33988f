/** What is typed behind `dz =`, `p =` or a lone `=`; all of it where it begins with none. */
export const withoutName = (typed: string): string =>
  typed.replace(/^\s*(?:[\p{L}\\∂][\p{L}\d\\∂_.^{}[\]()/' ]{0,60}?\s*)?:?[=＝](?![=＝])/u, "");
