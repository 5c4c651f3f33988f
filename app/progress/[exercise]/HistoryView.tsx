import type { ReactNode } from "react";
import type { History, VariantHistory } from "@/lib/answering/history";
import { Blocks } from "@/lib/content/Blocks";
import { drawingOf } from "@/lib/content/exercise-card/drawings";
import { Canvas } from "@/lib/exercise/kinds/Canvas";
import { LocalTime } from "@/lib/ui/LocalTime";
import { Meter } from "@/lib/ui/Meter";
import { PageLinks } from "@/lib/ui/PageLinks";
import { type StaffSight, SubmissionView } from "./SubmissionView";

interface HistoryViewProps {
  history: History;
  /** Its own address, without a page. */
  href: string;
  back: { href: string; label: string };
  /** Whose work it is, where that is not the reader. */
  whose?: string;
  /** For staff: what only they may see. */
  staff?: StaffSight;
  /** Above what was sent. */
  children?: ReactNode;
}

/** What a learner sent to one exercise, as typed, with what came of it. */
export function HistoryView({ history, href, back, whose, staff, children }: HistoryViewProps) {
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
      {children}
      {variants.length === 0 ? <p className="mt-8">Nothing has been sent yet.</p> : null}
      {variants.map((variant) => (
        <section key={variant.id} aria-label={`Numbers ${variant.number}`} className="mt-9">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="font-semibold text-lg">Numbers {variant.number}</h2>
            <Meter earned={variant.earned} possible={variant.possible} />
          </div>
          {staff ? <HelpTaken variant={variant} timeZone={staff.timeZone} /> : null}
          <details className="mt-1 text-sm" open={staff && variant.submissions.length === 0}>
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
                <SubmissionView variant={variant} submission={submission} staff={staff} />
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

/** Which help somebody took with these numbers. */
function HelpTaken({ variant, timeZone }: { variant: VariantHistory; timeZone: string }) {
  const { hints, openedAt, submissions } = variant;
  return (
    <p className="mt-1 text-muted text-sm">
      {submissions.length === 0 ? "Nothing was sent with these numbers. " : null}
      {hints === 0 ? "No hints taken." : `${hints} ${hints === 1 ? "hint" : "hints"} taken.`}
      {openedAt ? (
        <>
          {" "}
          The solution was shown on <LocalTime at={openedAt} zone={timeZone} />: answers after that
          don’t count.
        </>
      ) : null}
    </p>
  );
}
