import { kindTitles } from "@/lib/authoring/bank/query";
import type { BankEntry } from "@/lib/authoring/bank/search";
import { architectures } from "@/lib/catalogue/architectures";
import { counted } from "@/lib/ui/counted";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface BankTableProps {
  entries: readonly BankEntry[];
  /** Titles of skills by their ids. */
  skills: ReadonlyMap<string, string>;
  /** Where what is found is to go, as the address has it. */
  to: string | undefined;
}

const head = "py-1.5 pr-4 font-medium";

/** Exercises of the bank. A phone shows each in one column, all the same. */
export function BankTable({ entries, skills, to }: BankTableProps) {
  return (
    <ScrollBox label="Exercises" className="mt-2">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left text-muted">
            <th className={head}>Exercise</th>
            <th className={`${head} max-lg:hidden`}>Skills</th>
            <th className={`${head} max-md:hidden`}>Answered by</th>
            <th className={`${head} max-md:hidden`}>Architecture</th>
            <th className={`${head} text-right`}>
              First try<span className="sr-only">, mean share of the points</span>
            </th>
            <th className="py-1.5 text-right font-medium max-sm:hidden">Used in</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <BankRow key={entry.id} entry={entry} skills={skills} to={to} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface BankRowProps extends Omit<BankTableProps, "entries"> {
  entry: BankEntry;
}

function BankRow({ entry, skills, to }: BankRowProps) {
  const kinds = entry.kinds.map((kind) => kindTitles[kind]).join(", ");
  return (
    <tr className="border-line border-b align-baseline">
      <th scope="row" className="min-w-48 max-w-80 break-words py-1.5 pr-4 text-left font-normal">
        <a
          href={`/bank/${entry.id}${to ? `?to=${encodeURIComponent(to)}` : ""}`}
          className="font-medium text-accent hover:underline"
        >
          {entry.title}
        </a>
        <span className="block text-muted text-xs">
          {entry.course} · {entry.lesson}
          {entry.retired ? " · retired" : null}
        </span>
        <span className="block text-muted text-xs md:hidden">{kinds}</span>
      </th>
      <td className="max-w-72 py-1.5 pr-4 max-lg:hidden">
        {entry.skills.map((id) => skills.get(id) ?? id).join(", ") || "–"}
      </td>
      <td className="py-1.5 pr-4 max-md:hidden">{kinds}</td>
      <td className="py-1.5 pr-4 max-md:hidden">
        {architectures
          .filter(({ name }) => name !== "none" && entry.architectures.includes(name))
          .map(({ title }) => title)
          .join(", ") || "–"}
      </td>
      <td className="whitespace-nowrap py-1.5 pr-4 text-right tabular-nums">
        {entry.facility === null ? "–" : percent(entry.facility)}
        <span className="block text-muted text-xs">
          {counted(entry.students, "student", "students")}
        </span>
      </td>
      <td className="whitespace-nowrap py-1.5 text-right tabular-nums max-sm:hidden">
        {usedText(entry)}
      </td>
    </tr>
  );
}

function usedText({ used, usedByMe }: BankEntry): string {
  if (used === 0) return "–";
  const others = used - usedByMe;
  if (usedByMe === 0) return `${others} by others`;
  return others === 0 ? `${usedByMe} of mine` : `${usedByMe} of mine, ${others} by others`;
}
