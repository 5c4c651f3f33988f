import { FormulaField } from "./FormulaField";

/** The field for formulas, once MathLive has defined the element `<math-field>`. */
export async function loadField(): Promise<typeof FormulaField> {
  // Asked for by name at run time: what MathLive gives a server has no element.
  const { MathfieldElement } = await import("mathlive");
  // KaTeX's stylesheet has the fonts, under the same names; nothing is fetched, and nothing makes a sound.
  MathfieldElement.fontsDirectory = null;
  MathfieldElement.soundsDirectory = null;
  return FormulaField;
}
