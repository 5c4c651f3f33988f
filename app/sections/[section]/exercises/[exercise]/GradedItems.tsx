import { type Discrimination, fewest } from "@/lib/cohort/item/figures";
import type { GradedItem } from "@/lib/cohort/item/graded";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { shareText } from "./SharedNumbers";

interface GradedItemsProps {
  section: string;
  items: readonly GradedItem[];
}

const heads = ["Assignment", "Students", "Facility", "Discrimination"];

/** How the exercise did in assignments, at first tries: by itself, and the pool that it is drawn from. */
export function GradedItems({ section, items }: GradedItemsProps) {
  if (items.length === 0) {
    return (
      <p className="mt-3 text-muted text-sm">It hasn’t been answered in any assignment yet.</p>
    );
  }
  return (
    <ScrollBox label="In assignments" className="mt-2 max-w-4xl">
      <table className="w-full min-w-lg border-collapse text-left text-sm tabular-nums [&_tr>:nth-child(2)]:text-right">
        <TableHead heads={heads} />
        <tbody>
          {items.map((one) => (
            <ItemRows key={one.id} section={section} one={one} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function ItemRows({ section, one }: { section: string; one: GradedItem }) {
  const { assignment, place, draws, pool } = one;
  const rows = [
    { words: "this exercise", figures: one.exercise },
    ...(pool > 1 ? [{ words: `the item, ${draws} of ${pool} as drawn`, figures: one.item }] : []),
  ];
  return rows.map(({ words, figures }) => (
    <tr key={words} className="border-line border-b">
      <th scope="row" className="py-1.5 pr-4 font-normal">
        <a
          href={`/sections/${section}/assignments/${assignment.id}`}
          className="underline decoration-line underline-offset-2 hover:decoration-ink"
        >
          {assignment.title}
        </a>
        , item {place}: {words}
      </th>
      <td className="py-1.5 pr-4">{figures.facility.students}</td>
      <td className="whitespace-nowrap py-1.5 pr-4">{shareText(figures.facility)}</td>
      <td className="whitespace-nowrap py-1.5 pr-4">
        {discriminationText(figures.discrimination)}
      </td>
    </tr>
  ));
}

function discriminationText(discrimination: Discrimination): string {
  if ("none" in discrimination) {
    return discrimination.none === "too few"
      ? `too few: ${discrimination.students} of the ${fewest.discrimination} it takes`
      : "their scores are all the same";
  }
  const { value, interval } = discrimination;
  const text = (number: number) => number.toFixed(2).replace("-", "−");
  return interval
    ? `${text(value)} (${text(interval.low)} to ${text(interval.high)})`
    : text(value);
}
