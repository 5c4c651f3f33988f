import type { GradeQuery } from "@/lib/assessment/gradebook/query";
import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";

interface FindFormProps {
  query: GradeQuery;
  ask: (change: Partial<GradeQuery>) => void;
  count: number;
}

/** Whom the gradebook shows. Without scripts it is sent as a form. */
export function FindForm({ query, ask, count }: FindFormProps) {
  return (
    <form
      className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className="flex items-center gap-2">
        Find students
        <input
          type="search"
          name="find"
          defaultValue={query.find}
          maxLength={100}
          placeholder="Name, email, id or group"
          onChange={(event) => ask({ find: event.target.value.trim() })}
          className="min-h-9 w-56 rounded-sm border border-line bg-card px-2"
        />
      </label>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          name="removed"
          value="1"
          defaultChecked={query.removed}
          onChange={(event) => ask({ removed: event.target.checked })}
          className="size-4 accent-accent"
        />
        Removed students too
      </label>
      {query.open.map((id) => (
        <input key={id} type="hidden" name="open" value={id} />
      ))}
      <noscript>
        <Button type="submit" size="small">
          Show
        </Button>
      </noscript>
      <p role="status" className="text-muted">
        {counted(count, "student", "students")}
      </p>
    </form>
  );
}
