/** How many of these brackets stand inside each other, at most. */
export function depthOf(text: string, opening: string, closing: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of text) {
    if (opening.includes(sign)) most = Math.max(most, ++depth);
    else if (closing.includes(sign)) depth -= 1;
  }
  return most;
}
