import { diceFor, equalPair, relationOf, unequalPair } from "../unit/exercise/algebra/random-pairs";
import type { BenchRow } from "./row";

const pairs = 100_000;
const seed = 20_261_124;

/** Formulas compared: a rewriting must never be told to differ, nor a slip to be equal; how long it takes; and how many
 *  rewritings stay undecided, since no value shows that they are equal. */
export function expressionBench(): BenchRow[] {
  const dice = diceFor(seed);
  const took: number[] = [];
  const rewritten = { different: 0, undecided: 0 };
  for (let i = 0; i < pairs; i++) {
    const pair = equalPair(dice);
    const begun = performance.now();
    const relation = relationOf(pair);
    took.push(1000 * (performance.now() - begun));
    if (relation === "undecided") rewritten.undecided += 1;
    else if (relation !== "equal") rewritten.different += 1;
  }
  let falselyEqual = 0;
  for (let i = 0; i < pairs; i++) {
    if (relationOf(unequalPair(dice)) === "equal") falselyEqual += 1;
  }
  const median = took.sort((a, b) => a - b)[pairs >> 1] ?? 0;
  return [
    row("formulas read and compared", median, "µs", 200),
    row(`told different, of ${pairs} formulas rewritten`, rewritten.different, "", 0),
    row(`undecided, of ${pairs} formulas rewritten`, rewritten.undecided, "", pairs / 1000),
    row(`told equal, of ${pairs} formulas with a slip`, falselyEqual, "", 0),
  ];
}

const row = (name: string, value: number, unit: string, aim: number): BenchRow => ({
  name,
  value,
  unit,
  aim,
  met: value <= aim,
});
