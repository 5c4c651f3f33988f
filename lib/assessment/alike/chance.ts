import { asTypedLike, type Draw, isRightFor, type WrongAnswer } from "./answer-match";

/** How likely it is that one of a student's wrong answers in an exercise is right for somebody whose numbers have nothing
 *  to do with it, from draws of the exercise that nobody was given. Two kinds of comparison count together: the answers
 *  with each of those draws, and those draws with each other, as if one's right answers were given to the other's. Where
 *  the answers themselves are right for some of the draws, they are of a value that is common, and it is at least as
 *  often as that. One more match than was seen is taken to be there, so that it is never 0. */
export function chanceOfMatch(wrong: readonly WrongAnswer[], draws: readonly Draw[]): number {
  const matched = draws.filter((draw) => wrong.some((one) => isRightFor(one, draw, null))).length;
  let [pairs, alike] = [0, 0];
  for (const [i, draw] of draws.entries()) {
    const asked = wrong.flatMap((one) => asIfTyped(one, draw) ?? []);
    for (let j = 0; j < i; j++) {
      pairs++;
      if (asked.some((one) => isRightFor(one, draws[j]!, null))) alike++;
    }
  }
  const overall = (matched + alike + 1) / (draws.length + pairs + 1);
  return matched > 0 ? Math.max(overall, (matched + 1) / (draws.length + 1)) : overall;
}

/** A draw's right answer to a part, with as many places as the answer that was given there. */
function asIfTyped({ part, numbers }: WrongAnswer, draw: Draw): WrongAnswer | null {
  const key = draw[part];
  if (!key) return null;
  const like = (i: number) => numbers[Math.min(i, numbers.length - 1)] ?? 0;
  return { part, typed: "", numbers: key.numbers.map((number, i) => asTypedLike(number, like(i))) };
}
