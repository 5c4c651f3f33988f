import type { AccountEntry } from "@/lib/cohort/accounts";
import { ScrollBox } from "@/lib/ui/ScrollBox";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

const roleNames = { student: "Student", instructor: "Instructor", admin: "Admin" } as const;

/** Accounts by name. A phone shows who and what; the rest is on the account's own page. */
export function PeopleTable({ accounts }: { accounts: readonly AccountEntry[] }) {
  return (
    <ScrollBox label="Accounts" className="mt-2">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left text-muted">
            <th className="py-1.5 pr-4 font-medium">Name</th>
            <th className="py-1.5 pr-4 font-medium">Role</th>
            <th className="py-1.5 pr-4 font-medium max-sm:hidden">Sections</th>
            <th className="py-1.5 pr-4 font-medium max-sm:hidden">Since</th>
            <th className="py-1.5 font-medium max-sm:hidden">Signs in with</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <PersonRow key={account.id} account={account} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PersonRow({ account }: { account: AccountEntry }) {
  const { id, name, email, role, sections, since, opensBy } = account;
  return (
    <tr className="border-line border-b align-baseline">
      <th scope="row" className="max-w-64 break-words py-2 pr-4 text-left font-normal">
        <a
          href={`/people/${id}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {name}
        </a>
        <span className="block text-muted">{email}</span>
      </th>
      <td className={role === "student" ? "py-2 pr-4" : "py-2 pr-4 font-medium"}>
        {roleNames[role]}
      </td>
      <td className="max-w-64 break-words py-2 pr-4 max-sm:hidden">{sectionsText(sections)}</td>
      <td className="whitespace-nowrap py-2 pr-4 tabular-nums max-sm:hidden">
        {day.format(since)}
      </td>
      <td className="py-2 max-sm:hidden">
        {opensBy.join(", ") || <span className="text-muted">nothing yet</span>}
      </td>
    </tr>
  );
}

/** Two of them, and how many more. */
function sectionsText(sections: AccountEntry["sections"]): string {
  const named = sections.slice(0, 2).map(({ name, role }) => `${name} (${role})`);
  const more = sections.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ") || "–";
}
