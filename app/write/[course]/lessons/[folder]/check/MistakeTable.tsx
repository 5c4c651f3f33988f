import { markdownToHtml } from "@/lib/content";
import { isMade, isToldApart, type Report, ruleInWords } from "@/lib/exercise/check";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

type Mistake = Report["mistakes"][number];

/** The mistakes that can be made in each part: in what share of the draws each is told, and from what it isn't told apart. */
export function MistakeTable({ mistakes }: Pick<Report, "mistakes">) {
  const made = mistakes.filter(isMade);
  if (made.length === 0) return null;
  const apart = made.filter(isToldApart).length;
  const inOrder = made.toSorted((a, b) => Number(isToldApart(a)) - Number(isToldApart(b)));
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-accent">
        {apart} of {made.length} mistakes are told apart
      </summary>
      <ScrollBox label="Mistakes" className="mt-1">
        <table className="w-full min-w-xl text-left tabular-nums">
          <TableHead heads={["Part", "Mistake", "Told by itself", "Taken for"]} />
          <tbody>
            {inOrder.map((one) => (
              <tr key={`${one.part} ${one.rule}`} className="border-line border-b align-top">
                <td className="py-1 pr-4 font-mono">{one.part}</td>
                <td
                  className="py-1 pr-4"
                  dangerouslySetInnerHTML={{ __html: markdownToHtml(ruleInWords(one.rule)) }}
                />
                <td className="whitespace-nowrap py-1 pr-4">{percent(one.alone / one.valued)}</td>
                <td
                  className="py-1"
                  dangerouslySetInnerHTML={{ __html: markdownToHtml(othersOf(one)) }}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

/** What a mistake is taken for, most often first: three of them. */
function othersOf({ others, right, valued }: Mistake): string {
  const named = (Object.entries(others) as [Mistake["rule"], number][])
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([rule, count]) => `${ruleInWords(rule)} (${percent(count / valued)})`);
  return [...(right > 0 ? [`right (${percent(right / valued)})`] : []), ...named].join(", ");
}
