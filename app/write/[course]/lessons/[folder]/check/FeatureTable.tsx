import { featureInWords, type Report } from "@/lib/exercise/check";
import { numberText } from "@/lib/ui/number-text";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

const figures = ["Smallest", "Median", "Largest", "One in ten at most", "One in ten at least"];

/** How what makes the numbers easier or harder lies over the draws, and where students get unequal work. */
export function FeatureTable({ features }: Pick<Report, "features">) {
  if (features.length === 0) return null;
  return (
    <ScrollBox label="How hard the numbers are" className="mt-3">
      <table className="w-full min-w-2xl text-left text-sm tabular-nums">
        <TableHead heads={["Feature of the numbers", ...figures, "Work"]} figures={figures} />
        <tbody>
          {features.map(({ name, min, median, max, low, high, unequal }) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1 pr-4 font-normal first-letter:uppercase">
                {featureInWords(name)}
              </th>
              {[min, median, max, low, high].map((value, i) => (
                <td key={i} className="py-1 pr-4 text-right">
                  {numberText(value, 4)}
                </td>
              ))}
              <td className="py-1">{unequal ? "unequal" : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
