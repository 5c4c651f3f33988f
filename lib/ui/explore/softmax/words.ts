import { numberText } from "../../number-text";
import { tidy } from "../tidy";
import { classes, logitsOf, probabilitiesOf, type SoftmaxState } from "./logits";

/** Which class leads and by how much, and that moving all logits together changed nothing. */
export function softmaxWords(state: SoftmaxState): string {
  const { shift } = state;
  if (shift === 0) return lead(state);
  return `${lead(state)} Moving all three by ${numberText(shift)} changed none of the probabilities.`;
}

function lead(state: SoftmaxState): string {
  const { temperature: T } = state;
  const [logits, p] = [logitsOf(state), probabilitiesOf(state)];
  const order = classes.map((_, i) => i).sort((i, j) => logits[j]! - logits[i]!);
  const [first, second] = order as [number, number, number];
  const [name, next] = [capital(classes[first]!), classes[second]!];
  const apart = tidy(logits[first]! - logits[second]!);
  // Never 1, which it would only be rounded to.
  const leads = p[first]! < 0.9995 ? numberText(p[first]!) : "nearly 1";
  if (apart === 0) return `${name} and ${next} have the same logit, so both get ${leads}.`;
  const power = tidy(apart / T);
  const divided = T === 1 ? "" : `, divided by T = ${numberText(T)} that’s ${numberText(power)}`;
  const times = `e^${numberText(power)} = ${numberText(Math.exp(power))} times as probable`;
  return `${name} leads with ${leads}. Its logit is ${numberText(apart)} above that of ${next}${divided}, so it’s ${times}.`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
