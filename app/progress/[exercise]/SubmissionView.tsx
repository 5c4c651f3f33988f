import type { SubmissionEntry, VariantHistory } from "@/lib/answering/history";
import { readAs } from "@/lib/answering/read-as";
import type { VariantKey } from "@/lib/answering/variant-keys";
import { ruleInWords } from "@/lib/cohort/rule-words";
import { markdownToHtml } from "@/lib/content";
import { SaidLines } from "@/lib/content/SaidLines";
import type { Exercise, PartResult } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { wordedIn } from "@/lib/exercise/wording";
import { LocalTime } from "@/lib/ui/LocalTime";
import { ScoreMark } from "@/lib/ui/ScoreMark";
import { Response } from "./Response";

/** What only staff may see of somebody's work. */
export interface StaffSight {
  /** By variant id. */
  readonly keys: ReadonlyMap<string, VariantKey>;
  /** The section's, which times are told in until the reader's own is known. */
  readonly timeZone: string;
  /** Days that an answer then was late; graded work alone has them. */
  readonly daysLate?: (at: Date) => number;
}

interface SubmissionViewProps {
  variant: VariantHistory;
  submission: SubmissionEntry;
  staff?: StaffSight;
}

/** One submission: each part as typed, with what came of it. Staff see too how it was read, the key, and the mistake. */
export function SubmissionView({ variant, submission, staff }: SubmissionViewProps) {
  const { createdAt, asked, responses, result } = submission;
  const results = new Map(result.parts.map((part) => [part.part, part]));
  const parts = variant.exercise.parts.filter(({ name }) => asked.includes(name));
  const late = staff?.daysLate?.(createdAt) ?? 0;
  return (
    <>
      <p className="text-muted text-sm">
        <LocalTime at={createdAt} zone={staff?.timeZone ?? "UTC"} />
        {late > 0 ? ` · ${late === 1 ? "a day" : `${late} days`} late` : ""}
        {result.status === "unreadable" ? " · not graded: part of it could not be read" : ""}
        {result.status === "void" ? " · void: it no longer counts" : ""}
      </p>
      <dl className="mt-2 flex flex-col gap-2">
        {parts.map((part) => {
          const { name, kind, label } = part;
          const outcome = results.get(name);
          const raw = responses[name] ?? "";
          return (
            <div key={name} className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt
                dangerouslySetInnerHTML={{
                  __html: markdownToHtml(wordedIn(label, variant.scope) || name),
                }}
              />
              <dd className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Response kind={kind} raw={raw} view={variant.views[name]} />
                {staff ? <ReadAs part={part} raw={raw} view={variant.views[name]} /> : null}
                {outcome ? <Outcome result={outcome} /> : null}
                {staff && outcome ? <Diagnosis result={outcome} variant={variant} /> : null}
                {staff && outcome && !isRight(outcome) ? (
                  <Key lines={staff.keys.get(variant.id)?.get(name) ?? []} />
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

const isRight = (result: PartResult) => result.status === "graded" && result.verdict === "right";

interface ReadAsProps {
  part: Exercise["parts"][number];
  raw: string;
  view: unknown;
}

/** How a response was read; nothing where it was too long to be. */
function ReadAs({ part, raw, view }: ReadAsProps) {
  const cut = raw.length > kinds[part.kind].longest(view);
  const html = cut ? "" : readAs(part, raw, view).html;
  if (html === "") return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 text-muted text-sm">
      Read as <span className="text-ink" dangerouslySetInnerHTML={{ __html: html }} />
    </span>
  );
}

function Outcome({ result }: { result: PartResult }) {
  if (result.status === "unreadable") return <ScoreMark verdict="unreadable" />;
  const { verdict, earned, possible } = result;
  return (
    <ScoreMark verdict={verdict}>
      {verdict === "partly" ? `${Math.round(earned * 100) / 100} / ${possible}` : null}
    </ScoreMark>
  );
}

/** The mistakes that come to this very answer. */
function Diagnosis({ result, variant }: { result: PartResult; variant: VariantHistory }) {
  if (result.status !== "graded" || !result.diagnosis?.length) return null;
  const mistakes = result.diagnosis.map((rules) =>
    rules.map((rule) => ruleInWords(rule, variant.exercise)).join(", and "),
  );
  const words = `Mistake: ${mistakes.join("; or ")}`;
  return (
    <span className="w-full text-sm" dangerouslySetInnerHTML={{ __html: markdownToHtml(words) }} />
  );
}

function Key({ lines }: { lines: NonNullable<ReturnType<VariantKey["get"]>> }) {
  if (lines.length === 0) return null;
  return (
    <div className="flex w-full flex-wrap items-baseline gap-x-2 text-sm">
      <span className="text-good">Right here</span>
      <SaidLines lines={lines} />
    </div>
  );
}
