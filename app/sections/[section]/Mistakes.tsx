import type { SectionMistake } from "@/lib/cohort/mistakes";
import { markdownToHtml } from "@/lib/content";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { practicePath } from "@/lib/review/practice-topic";
import { WriteTo } from "./WriteTo";

interface MistakesProps {
  sectionId: string;
  mistakes: readonly SectionMistake[];
  /** Whether they are of the last seven days, or of all time. */
  weekly: boolean;
}

/** So many are shown at once; the others are folded. */
const firstShown = 5;

/** The mistakes that wrong answers came from, those of the most students first: where and by whom each was made, a
 *  message to them, and exercises on that rule. */
export function Mistakes({ mistakes, ...place }: MistakesProps) {
  if (mistakes.length === 0) {
    return (
      <p className="mt-2 text-muted text-sm">
        No wrong answer {place.weekly ? "of the last seven days" : ""} has been traced to a mistake.
      </p>
    );
  }
  const others = mistakes.slice(firstShown);
  return (
    <>
      <List {...place} mistakes={mistakes.slice(0, firstShown)} />
      {others.length > 0 ? (
        <details className="mt-1 text-sm">
          <summary className="text-accent">{others.length} more</summary>
          <List {...place} mistakes={others} />
        </details>
      ) : null}
    </>
  );
}

function List({ mistakes, ...place }: MistakesProps) {
  return (
    <ol className="mt-2 divide-y divide-line border-line border-y text-sm">
      {mistakes.map((mistake) => (
        <li key={`${mistake.rule} ${mistake.exercises[0]?.id}`}>
          <Mistake mistake={mistake} {...place} />
        </li>
      ))}
    </ol>
  );
}

interface MistakeProps extends Omit<MistakesProps, "mistakes"> {
  mistake: SectionMistake;
}

function Mistake({ sectionId, weekly, mistake }: MistakeProps) {
  const { rule, what, students, times, exercises, named } = mistake;
  const topic = { rule: nameOfRule(rule) ? rule : undefined, exercise: exercises[0]?.id };
  const practice = practicePath(topic);
  const about = new URLSearchParams({
    about: "mistake",
    rule,
    exercise: topic.exercise ?? "",
    ...(weekly && { since: "week" }),
  });
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
      <details className="min-w-0 flex-1 basis-72">
        <summary>
          <strong className="tabular-nums">{students}</strong>{" "}
          {students === 1 ? "student" : "students"}
          {": "}
          <span dangerouslySetInnerHTML={{ __html: markdownToHtml(what) }} />
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 pl-4">
          <dt className="text-muted">Where</dt>
          <dd>
            <Where sectionId={sectionId} exercises={exercises} />
          </dd>
          <dt className="text-muted">Who</dt>
          <dd>
            <Who named={named} />
          </dd>
          <dt className="text-muted">How often</dt>
          <dd>{times === 1 ? "once" : `${times} times in all`}</dd>
        </dl>
      </details>
      <span className="inline-flex flex-wrap gap-x-3">
        <WriteTo
          people={named}
          href={`/sections/${sectionId}/message?${about}`}
          letter={{ body: `${process.env.NEXTAUTH_URL ?? ""}${practice}\n` }}
        />
        <a href={practice} className="text-accent underline underline-offset-2">
          Practice set
        </a>
      </span>
    </div>
  );
}

/** More exercises than these are told by their number. */
const mostPlaces = 8;

function Where({
  sectionId,
  exercises,
}: Pick<SectionMistake, "exercises"> & { sectionId: string }) {
  const others = exercises.length - mostPlaces;
  return (
    <>
      {exercises.slice(0, mostPlaces).map(({ id, title, students }, i) => (
        <span key={id}>
          {i > 0 ? ", " : ""}
          <a
            href={`/sections/${sectionId}/exercises/${id}`}
            className="underline decoration-line underline-offset-2 hover:decoration-ink"
          >
            {title}
          </a>{" "}
          <span className="text-muted">{students}</span>
        </span>
      ))}
      {others > 0 ? ` and ${others} more` : ""}
    </>
  );
}

/** More names than these are on the page of their addresses. */
const mostNamed = 30;

function Who({ named }: Pick<SectionMistake, "named">) {
  return (
    <>
      {named
        .slice(0, mostNamed)
        .map(({ name, times }) => (times > 1 ? `${name} (${times} times)` : name))
        .join(", ")}
      {named.length > mostNamed ? ` and ${named.length - mostNamed} more` : ""}
    </>
  );
}
