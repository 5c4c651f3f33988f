import type { KeptItem } from "@/lib/assessment/setting/item-list";
import { numberText } from "@/lib/ui/number-text";

/** An assignment's exercises in order, with their points. */
export function ItemSummary({ items }: { items: readonly KeptItem[] }) {
  if (items.length === 0) return <p className="mt-2 text-muted">None are chosen yet.</p>;
  const total = items.reduce((sum, { draws, points }) => sum + draws * points, 0);
  return (
    <>
      <ol className="mt-2 list-decimal border-line border-t">
        {items.map(({ id, points, draws, exercises }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-2">
            <span className="min-w-0 flex-1 basis-56">
              {exercises.length === 1 ? (
                exercises[0]!.title
              ) : (
                <>
                  {draws} of these {exercises.length}, each student their own:
                  <span className="block text-muted text-sm">
                    {exercises.map(({ title }) => title).join(" · ")}
                  </span>
                </>
              )}
            </span>
            <span className="text-sm tabular-nums">
              {draws > 1 ? `${draws} × ` : ""}
              {numberText(points)} {points === 1 ? "point" : "points"}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm">
        {numberText(total)} {total === 1 ? "point" : "points"} in all.
      </p>
    </>
  );
}
