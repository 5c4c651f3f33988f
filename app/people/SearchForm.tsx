import type { AccountRole } from "@/lib/cohort/accounts";
import { Button } from "@/lib/ui/button";

interface SearchFormProps {
  readonly find: string;
  readonly role: AccountRole | undefined;
}

const roles = [
  { value: "", label: "Everybody" },
  { value: "student", label: "Students" },
  { value: "instructor", label: "Instructors" },
  { value: "admin", label: "Admins" },
] as const;

const field = "mt-1 block min-h-10 w-full rounded-sm border border-line bg-card px-3 text-base";

/** Whom to show. It is sent as an address, so a search can be kept and sent on. */
export function SearchForm({ find, role }: SearchFormProps) {
  return (
    <form action="/people" className="mt-6 flex flex-wrap items-end gap-x-3 gap-y-3">
      <label className="grow font-medium text-sm sm:max-w-sm">
        Name, email or campus id
        <input type="search" name="find" defaultValue={find} className={field} />
      </label>
      <label className="font-medium text-sm">
        Role
        <select name="role" defaultValue={role ?? ""} className={field}>
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Find</Button>
    </form>
  );
}
