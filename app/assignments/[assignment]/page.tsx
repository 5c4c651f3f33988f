import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listToldRegrades } from "@/lib/assessment/regrade/told";
import { listOwnReports } from "@/lib/assessment/reports";
import { isAllowedFrom } from "@/lib/assessment/setting/addresses";
import { findAssignmentHead } from "@/lib/assessment/setting/assignment-head";
import type { AssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { listOpenExercises, openAssignment } from "@/lib/assessment/sitting/open-work";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { accountLearner } from "@/lib/auth/guest";
import { addressOf } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { markdownToHtml } from "@/lib/content/to-html";
import { BeginForm } from "./BeginForm";
import { Countdown } from "./Countdown";
import { Exercises } from "./Exercises";
import { ForStaff } from "./ForStaff";
import { Status } from "./Status";

interface Props {
  params: Promise<{ assignment: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assignment } = await params;
  await enter("page /assignments/[assignment]", { assignment });
  return { title: (await findAssignmentHead(assignment))?.title };
}

/** What a student of a section hands in: to work on it while it is open, and to look at it after. */
export default async function AssignmentPage({ params, searchParams }: Props) {
  const { assignment: id } = await params;
  const viewer = await enter("page /assignments/[assignment]", { assignment: id });
  const address = addressOf(await headers());
  const assignment = await openAssignment(viewer.id, id, address);
  if (!assignment) return <ForStaff assignment={id} />;
  const { title, intro, section, phase, terms } = assignment;
  const isHere = isAllowedFrom(terms.policy.addresses, address);
  const { at } = await searchParams;
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <p className="text-muted text-sm">
        <a href={`/sections/${section.id}/mine`} className="underline underline-offset-2">
          {section.name}
        </a>{" "}
        · {section.course.title}
      </p>
      <h1 className="break-words font-semibold font-serif text-3xl">{title}</h1>
      <Status assignment={assignment} />
      {terms.minutes !== null && assignment.work?.begunAt && takesAnswers(phase) ? (
        <Countdown left={assignment.endsAt.getTime() - assignment.now.getTime()} />
      ) : null}
      {intro ? (
        <div className="prose mt-6" dangerouslySetInnerHTML={{ __html: markdownToHtml(intro) }} />
      ) : null}
      {takesAnswers(phase) && !isHere ? (
        <Elsewhere />
      ) : (
        <Work viewer={viewer} assignment={assignment} at={Number(at ?? 1)} />
      )}
    </div>
  );
}

interface WorkProps {
  viewer: Viewer;
  assignment: AssignmentFor;
  at: number;
}

async function Work({ viewer, assignment, at }: WorkProps) {
  if (!assignment.work?.begunAt) {
    if (takesAnswers(assignment.phase)) return <Begin assignment={assignment} />;
    return assignment.phase === "closed" ? (
      <p className="mt-6">You didn’t begin this before it closed.</p>
    ) : null;
  }
  const [exercises, regrades, reports] = await Promise.all([
    listOpenExercises(accountLearner(viewer), assignment),
    listToldRegrades(viewer.id, assignment.id),
    listOwnReports(viewer.id, assignment.id),
  ]);
  if (exercises.length === 0) notFound();
  return <Exercises {...{ assignment, exercises, regrades, reports, at }} />;
}

function Begin({ assignment: { id, kind, terms, password } }: { assignment: AssignmentFor }) {
  return (
    <BeginForm
      assignment={id}
      words={kind === "exam" ? "Begin the exam" : "Begin"}
      minutes={terms.minutes}
      asksPassword={password !== null}
    />
  );
}

function Elsewhere() {
  return (
    <p className="mt-6 rounded-sm border border-line bg-card px-4 py-3">
      You can’t work on this from where you are. Ask your instructor which network to use.
    </p>
  );
}
