import type { SaidLine } from "@/lib/exercise/kinds/kind";
import { TypedText } from "@/lib/ui/TypedText";
import { markdownToHtml } from "./to-html";

/** What a response says. The author's words are rendered; what was typed stands as text. */
export function SaidLines({ lines }: { lines: readonly SaidLine[] }) {
  return (
    <ul className="m-0! flex min-w-0 list-none! flex-wrap gap-x-5 gap-y-1 pl-0!">
      {lines.map((line, i) => (
        <li key={i} className={line.text === undefined ? "w-full min-w-0" : "min-w-0"}>
          <Said {...line} />
        </li>
      ))}
    </ul>
  );
}

function Said({ markdown, text }: SaidLine) {
  return (
    <>
      {markdown === undefined ? null : (
        <span dangerouslySetInnerHTML={{ __html: markdownToHtml(markdown) }} />
      )}
      {text === undefined ? null : <TypedText text={text} />}
    </>
  );
}
