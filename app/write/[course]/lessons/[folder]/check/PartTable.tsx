import { isMade, isToldApart, type Report } from "@/lib/exercise/check";
import { numberText } from "@/lib/ui/number-text";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { KeyBars } from "./KeyBars";

const heads = [
  "Part",
  "Kind",
  "Answers",
  "Least",
  "Median",
  "Most",
  "Different",
  "Mistakes told apart",
];

/** How the answers to each part lie, and how many of its mistakes are told apart. */
export function PartTable({ parts, mistakes }: Pick<Report, "parts" | "mistakes">) {
  return (
    <ScrollBox label="The parts and their answers" className="mt-3">
      <table className="w-full min-w-2xl text-left text-sm tabular-nums">
        <TableHead heads={heads} figures={heads.slice(3)} />
        <tbody>
          {parts.map(({ name, kind, spread }) => {
            const made = mistakes.filter((one) => one.part === name && isMade(one));
            const apart = made.filter(isToldApart).length;
            const figures = spread ? [spread.min, spread.median, spread.max] : [];
            return (
              <tr key={name} className="border-line border-b">
                <th scope="row" className="py-1 pr-4 font-normal font-mono">
                  {name}
                </th>
                <td className="py-1 pr-4">{kind}</td>
                <td className="py-1 pr-4">{spread ? <KeyBars {...spread} /> : null}</td>
                {[0, 1, 2].map((i) => (
                  <td key={i} className="py-1 pr-4 text-right">
                    {figures[i] === undefined ? "" : numberText(figures[i] ?? Number.NaN, 4)}
                  </td>
                ))}
                <td className="py-1 pr-4 text-right">{spread?.different ?? ""}</td>
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
