import { visibleText } from "./visible-text";
import { WholeNumbers } from "./WholeNumbers";

/** More of one response nobody reads in a list. */
export const mostShown = 2_000;
const mostLines = 60;

/** What a person typed, as text, on its own lines; of a very long one, or one that is its beginning already (`cut`), the
 *  beginning, with a note. */
export function TypedText({ text, cut = false }: { text: string; cut?: boolean }) {
  const shown = text.slice(0, mostShown).split("\n").slice(0, mostLines).join("\n").toWellFormed();
  const whole = !cut && shown.length === text.length;
  return (
    <>
      <code
        dir="ltr"
        className="wrap-anywhere inline-block min-w-0 whitespace-pre-wrap rounded-sm bg-card px-1.5 py-0.5 [unicode-bidi:isolate]"
      >
        <WholeNumbers text={visibleText(shown)} />
        {whole ? "" : "…"}
      </code>
      {whole ? null : (
        <span className="text-muted text-sm">This is only the beginning; it was longer.</span>
      )}
    </>
  );
}
