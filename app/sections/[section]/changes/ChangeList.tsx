import type { ToldChange, ToldDetail } from "@/lib/cohort/change-words";
import { LocalTime } from "@/lib/ui/LocalTime";

interface ChangeListProps {
  readonly changes: readonly (ToldChange & {
    readonly id: string;
    readonly at: Date;
    readonly reason: string | null;
  })[];
  /** The time zone that their times are told in until the reader's own is known. */
  readonly zone: string;
}

/** Changes as they are kept, each a sentence with what stood before and after. */
export function ChangeList({ changes, zone }: ChangeListProps) {
  return (
    <ol className="mt-3 border-line border-t">
      {changes.map(({ id, at, sentence, details, reason }) => (
        <li
          key={id}
          className="grid grid-cols-1 gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <span className="text-muted text-sm">
            <LocalTime at={at} zone={zone} />
          </span>
          <div className="min-w-0 break-words">
            <p>{sentence}</p>
            {details.length > 0 ? (
              <ul className="mt-1 text-sm">
                {details.map((detail) => (
                  <Detail key={detail.what} detail={detail} />
                ))}
              </ul>
            ) : null}
            {reason ? <p className="mt-1 text-muted text-sm">Why: {reason}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Detail({ detail: { what, before, after } }: { detail: ToldDetail }) {
  return (
    <li>
      <span className="text-muted">{what}:</span> {before}
      {before !== null && after !== null ? (
        <>
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> became </span>
        </>
      ) : null}
      {after}
    </li>
  );
}
