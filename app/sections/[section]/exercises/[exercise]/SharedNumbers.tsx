import type { Share } from "@/lib/cohort/item/figures";
import { fewestSharing, type SharedNumbers as Shared } from "@/lib/cohort/item/shared-numbers";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

/** Figures of each set of numbers that many students share. */
export function SharedNumbers({ shared }: { shared: readonly Shared[] }) {
  if (shared.length === 0) {
    return (
      <p className="mt-3 text-muted text-sm">
        No {fewestSharing} students have had the same numbers.
      </p>
    );
  }
  return (
    <ScrollBox label="Numbers that many share" className="mt-2 max-w-4xl">
      <table className="w-full min-w-lg border-collapse text-left text-sm tabular-nums [&_tr>:nth-child(2)]:text-right">
        <TableHead
          heads={["Numbers", "Students", "Facility, first try", "At best", "Right on first try"]}
        />
        <tbody>
          {shared.map(({ number, facilityFirst, facilityBest, rightAtFirst }, i) => (
            <tr key={i} className="border-line border-b">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                set {i + 1}, as numbers {number}
              </th>
              <td className="py-1.5 pr-4">{facilityFirst.students}</td>
              {[facilityFirst, facilityBest, rightAtFirst].map((share, k) => (
                <td key={k} className="whitespace-nowrap py-1.5 pr-4">
                  {shareText(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** "62 % (49 % to 73 %)", the interval where there is one. */
export function shareText({ value, interval }: Share): string {
  if (value === undefined) return "–";
  if (!interval) return percent(value);
  return `${percent(value)} (${percent(interval.low)} to ${percent(interval.high)})`;
}
