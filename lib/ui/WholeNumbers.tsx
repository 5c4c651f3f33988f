import { splitAtNumbers } from "./whole-numbers";

/** Text in which no number is broken across two lines. */
export function WholeNumbers({ text }: { text: string }) {
  return splitAtNumbers(text).map((piece, i) =>
    i % 2 === 1 ? (
      <span key={i} className="whitespace-nowrap">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
