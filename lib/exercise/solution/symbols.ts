import { greekTex } from "@/lib/exercise/algebra";
import type { Exercise } from "@/lib/exercise/exercise";
import { placeOf } from "@/lib/exercise/language/nodes/places";

const greek = /^(alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|rho|sigma|tau|phi)(\d*)$/;
const layered = /^(z|h|W|b|dz|dh|dW|db)(\d+)$/;

/** A place as the lesson writes it, in TeX: "pass.h[2]" is h^{[2]}, and so is h2 where h2 is pass.h[2]; a part is what
 *  its label says. */
export function symbolOf(place: string, exercise: Exercise): string {
  const part = exercise.parts.find(({ name }) => name === place);
  const labelled = part && labelledAs(part.label);
  if (labelled) return `{${labelled}}`;
  const given = exercise.givens.find(({ name }) => name === place);
  const alias = given && placeOf(given.expr.node);
  if (alias !== undefined) return symbolOf(alias, exercise);
  const member = /^\w+\.(\w+)(?:\[(\d+)\])?$/.exec(place);
  return member ? memberSymbol(member[1]!, member[2]) : nameSymbol(place);
}

/** The formula that a label begins with, or the only one in it. */
function labelledAs(label: string): string | undefined {
  const formulas = [...label.matchAll(/\$([^$]+)\$/g)].map((match) => match[1] ?? "");
  const [first] = formulas;
  const named = first !== undefined && (label.trimStart().startsWith("$") || formulas.length === 1);
  return named && !first.includes("=") ? first.replaceAll("\\dfrac", "\\frac") : undefined;
}

function memberSymbol(field: string, layer: string | undefined): string {
  if (layer !== undefined) return field === "h" && layer === "0" ? "x" : `{${field}^{[${layer}]}}`;
  if (field === "loss") return "L";
  if (field === "dp") return "{\\frac{\\partial L}{\\partial p}}";
  return nameSymbol(field);
}

function nameSymbol(name: string): string {
  const [, letter, index] = greek.exec(name) ?? [];
  if (letter) return index ? `{${greekTex(letter)}_{${index}}}` : greekTex(letter);
  const [, quantity, layer] = layered.exec(name) ?? [];
  if (quantity) return `{${quantity}^{[${layer}]}}`;
  const [, one, digits] = /^([a-zA-Z])(\d*)$/.exec(name) ?? [];
  if (one) return digits ? `{${one}_{${digits}}}` : one;
  return `\\text{${name.replaceAll("_", "\\_")}}`;
}
