import { markdownToHtml } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { drawingOf } from "@/lib/content/exercise-card/drawings";
import { SaidLines } from "@/lib/content/SaidLines";
import type { PartResult } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import type { KindName } from "@/lib/exercise/kinds/kind";
import { Meter } from "@/lib/ui/Meter";
import { PageLinks } from "@/lib/ui/PageLinks";
import { ScoreMark } from "@/lib/ui/ScoreMark";
import { TypedText } from "@/lib/ui/TypedText";
import type { History, SubmissionEntry, VariantHistory } from "./history";

interface HistoryViewProps {
  history: History;
  /** Its own address, without a page. */
  href: string;
  back: { href: string; label: string };
  /** Whose work it is, where that is not the reader. */
  whose?: string;
}

/** What a learner sent to one exercise, as typed, with what came of it. */
export function HistoryView({ history, href, back, whose }: HistoryViewProps) {
  const { exercise, lesson, variants, page, pages } = history;
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <p className="text-sm">
        <a href={back.href} className="text-accent underline underline-offset-2">
          {back.label}
        </a>
      </p>
      <h1 className="mt-2 font-semibold font-serif text-3xl">{exercise.title}</h1>
      <p className="mt-1 text-muted">
        {whose ? `${whose} · ` : ""}
        <a
          href={`/courses/${lesson.course}/${lesson.slug}#exercise-${exercise.slug}`}
          className="underline underline-offset-2"
        >
          {lesson.title}
        </a>
      </p>
      {variants.length === 0 ? <p className="mt-8">Nothing was sent yet.</p> : null}
      {variants.map((variant) => (
        <section key={variant.id} aria-label={`Numbers ${variant.number}`} className="mt-9">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="font-semibold text-lg">Numbers {variant.number}</h2>
            <Meter earned={variant.earned} possible={variant.possible} />
          </div>
          <details className="mt-1 text-sm">
            <summary className="text-accent">The exercise with these numbers</summary>
            <div className="prose mt-2 rounded-sm border border-line bg-card p-4">
              <Blocks
                nodes={variant.exercise.body}
                scope={variant.scope}
                part={(name) => <PartDrawing variant={variant} name={name} />}
              />
            </div>
          </details>
          <ol className="mt-2">
            {variant.submissions.map((submission) => (
              <li key={submission.id} className="border-line border-t py-3">
                <Submission variant={variant} submission={submission} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <PageLinks
        page={page}
        pages={pages}
        href={href}
        newer="Newer answers"
        older="Older answers"
      />
    </div>
  );
}

/** What a part was answered on, for parts that stand on a drawing. */
function PartDrawing({ variant, name }: { variant: VariantHistory; name: string }) {
  const part = variant.exercise.parts.find((one) => one.name === name);
  const drawing = part && drawingOf(part.kind, variant.views[name]);
  if (!drawing) return null;
  return (
    <div className="font-sans">
      <Canvas drawing={drawing} />
      {drawing.notes}
    </div>
  );
}

const dateTime = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

function Submission({
  variant,
  submission,
}: {
  variant: VariantHistory;
  submission: SubmissionEntry;
}) {
  const { createdAt, asked, responses, result } = submission;
  const results = new Map(result.parts.map((part) => [part.part, part]));
  const parts = variant.exercise.parts.filter(({ name }) => asked.includes(name));
  return (
    <>
      <p className="text-muted text-sm">
        <time dateTime={createdAt.toISOString()}>{dateTime.format(createdAt)} UTC</time>
        {result.status === "unreadable" ? " · not graded: part of it could not be read" : ""}
      </p>
      <dl className="mt-2 flex flex-col gap-2">
        {parts.map(({ name, kind, label }) => {
          const part = results.get(name);
          return (
            <div key={name} className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt dangerouslySetInnerHTML={{ __html: markdownToHtml(label || name) }} />
              <dd className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Response kind={kind} raw={responses[name] ?? ""} view={variant.views[name]} />
                {part ? <Outcome result={part} /> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** A response as it says itself, where it is ids or a formula; as typed, where it does not or was too long to be read. */
function Response({ kind, raw, view }: { kind: KindName; raw: string; view: unknown }) {
  if (raw.trim() === "") return <span className="text-muted">nothing</span>;
  const { asRead, longest } = kinds[kind];
  const cut = raw.length > longest(view);
  const said = cut ? [] : (asRead?.(raw, view) ?? []);
  return said.length > 0 ? <SaidLines lines={said} /> : <TypedText text={raw} cut={cut} />;
}

function Outcome({ result }: { result: PartResult }) {
  if (result.status === "unreadable") return <ScoreMark verdict="unreadable" />;
  const { verdict, earned, possible } = result;
  return (
    <ScoreMark verdict={verdict}>
      {verdict === "partly" ? `${Math.round(earned * 100) / 100} of ${possible}` : null}
    </ScoreMark>
  );
}
