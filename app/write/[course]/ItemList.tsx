import type { PublishItem } from "@/lib/authoring/publish/publish-items";
import { stateWords } from "./state-words";

interface ItemListProps {
  course: string;
  items: readonly PublishItem[];
}

/** What can be published, each with a tick and the way to what changed in it. */
export function ItemList({ course, items }: ItemListProps) {
  const changes = `/write/${course}/changes`;
  return (
    <fieldset className="text-sm">
      <legend className="mb-1 font-medium">What to publish</legend>
      {items.map((item) => (
        <div key={item.path} className="flex items-baseline gap-2 py-0.5">
          <label className="flex min-w-0 items-baseline gap-2">
            <input type="checkbox" name="path" value={item.path} defaultChecked />
            <span className="min-w-0 break-words">
              <ItemName item={item} />
            </span>
          </label>
          <a
            href={`${changes}#${item.lessons.length > 0 ? "moved" : `file-${item.path}`}`}
            className="ml-auto shrink-0 text-accent underline underline-offset-2"
          >
            {stateWords[item.state].toLowerCase()}
            <span className="sr-only">: see what would change in {item.path}</span>
          </a>
        </div>
      ))}
      <p className="mt-1">
        <a href={changes} className="text-accent underline underline-offset-2">
          See everything that would change
        </a>
      </p>
    </fieldset>
  );
}

function ItemName({ item: { path, lessons } }: { item: PublishItem }) {
  if (lessons.length === 0) return path;
  return lessons.map(({ from, to, changed }) => (
    <span key={to} className="block">
      {from} → {to}
      {changed ? ", changed" : ""}
    </span>
  ));
}
