import { isMade, isToldApart, type Report } from "@/lib/exercise/check";
import { numberText } from "@/lib/ui/number-text";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { KeyBars } from "./KeyBars";

const heads = [
  "Part",
  "Kind",
  "Answers",
  "Smallest",
  "Median",
  "Largest",
  "Distinct",
  "Mistakes told apart",
];

/** How the answers to each part lie, and how many of its mistakes are told apart. Parts whose answers are no figures, such as
 *  a choice, are not in it. */
export function PartTable({ parts, mistakes }: Pick<Report, "parts" | "mistakes">) {
  const figured = parts.flatMap(({ spread, ...part }) => (spread ? [{ ...part, spread }] : []));
  if (figured.length === 0) return null;
  return (
    <ScrollBox label="The parts and their answers" className="mt-3">
      <table className="w-full min-w-2xl table-fixed text-left text-sm tabular-nums">
        <TableHead heads={heads} figures={heads.slice(3)} />
        <tbody>
          {figured.map(({ name, kind, spread }) => {
            const made = mistakes.filter((one) => one.part === name && isMade(one));
            const apart = made.filter(isToldApart).length;
            return (
              <tr key={name} className="border-line border-b">
                <th scope="row" className="break-words py-1 pr-4 font-mono font-normal">
                  {name}
                </th>
                <td className="py-1 pr-4">{kind}</td>
                <td className="py-1 pr-4">
                  <KeyBars {...spread} />
                </td>
                {[spread.min, spread.median, spread.max].map((figure, i) => (
                  <td key={i} className="py-1 pr-4 text-right">
                    {numberText(figure ?? Number.NaN, 4)}
                  </td>
                ))}
                <td className="py-1 pr-4 text-right">{spread.different}</td>
                <td className="py-1 text-right">
                  {made.length > 0 ? `${apart} of ${made.length}` : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
