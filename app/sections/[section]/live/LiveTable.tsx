import type { LivePart } from "@/lib/cohort/live/live-figures";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

/** What the bars say as a table, all parts and both ways of counting, folded away. */
export function LiveTable({ parts }: { parts: readonly LivePart[] }) {
  return (
    <details className="mt-8">
      <summary className="w-fit text-accent">The numbers as a table</summary>
      <ScrollBox label="Answers by result" className="mt-2">
        <table className="border-collapse text-left tabular-nums">
          <caption className="sr-only">Students by the result of their answers</caption>
          <TableHead
            heads={["Part", "Result", "First answers", "Latest answers"]}
            figures={["First answers", "Latest answers"]}
          />
          <tbody>
            {parts.flatMap(({ name, label, bars }) =>
              bars.map(({ id, what, first, latest }) => (
                <tr key={`${name} ${id}`} className="border-line border-b">
                  <td className="py-1.5 pr-5" dangerouslySetInnerHTML={{ __html: label }} />
                  <th
                    scope="row"
                    className="py-1.5 pr-5 font-normal"
                    dangerouslySetInnerHTML={{ __html: what }}
                  />
                  <td className="py-1.5 pr-5 text-right">{first}</td>
                  <td className="py-1.5 text-right">{latest}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
