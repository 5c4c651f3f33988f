import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HeldCard } from "@/app/assignments/HeldCard";
import { cardOf } from "@/lib/answering/card";
import { dueInWords } from "@/lib/answering/schedule";
import { listHeld } from "@/lib/assessment/sitting/held";
import { getLearner } from "@/lib/auth/guest";
import { ExerciseCard } from "@/lib/content/exercise-card/ExerciseCard";
import { WayProvider } from "@/lib/content/exercise-card/WayProvider";
import { isRight, type Lead } from "@/lib/content/exercise-card/way";
import { parseSitting, type Sitting } from "@/lib/review/address";
import { findStep, type Step } from "@/lib/review/step";
import { LinkButton } from "@/lib/ui/button";
import { FollowUps } from "./FollowUps";

export const metadata: Metadata = { title: "Review" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SittingPage({ searchParams }: Props) {
  const sitting = parseSitting(await searchParams);
  const now = new Date();
  const learner = await getLearner();
  const step = sitting && (await findStep(learner, sitting, now));
  // An old address, or one that somebody else was given: what is due stands on the page before.
  if (!step) redirect("/review");
  const { exerciseId, id } = step.work.version;
  const held = await listHeld(learner.userId, [{ id: exerciseId, currentId: id }]);
  const holding = held.get(exerciseId);
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Review</h1>
      <Where sitting={sitting} step={step} />
      <div className="prose -mt-2">
        {holding ? (
          <HeldCard exercise={step.work.version.exercise} holding={holding} />
        ) : (
          <WayProvider way={{ stops: [], end: leadOn(sitting, step) }}>
            <ExerciseCard
              {...cardOf(step.work)}
              back={step.back}
              submission={randomUUID()}
              refreshes={true}
            />
          </WayProvider>
        )}
      </div>
      <FollowUps followUps={step.followUps} />
      <GoOn sitting={sitting} step={step} now={now} leads={!holding && leadsOn(step)} />
    </div>
  );
}

function leadOn({ items, at }: Sitting, { next }: Step): Lead {
  return { href: next, words: at === items.length ? "Finish" : "Next exercise" };
}

/** Whether the exercise itself leads on. */
function leadsOn({ work: { version, results, opened } }: Step): boolean {
  return opened || isRight({ parts: version.exercise.parts.map(({ name }) => name), results });
}

interface StepProps {
  sitting: Sitting;
  step: Step;
}

function Where({ sitting: { items, at }, step: { lesson, course, skills } }: StepProps) {
  return (
    <div className="mt-3">
      <h2 className="font-medium text-lg">
        Exercise {at} of {items.length}
      </h2>
      <p className="text-muted text-sm">
        {skills.map(({ title }) => title).join(" · ")}
        {skills.length > 0 ? ", from " : "From "}
        <a href={lesson.path} className="text-accent underline underline-offset-2">
          lesson {lesson.number}: {lesson.title}
        </a>{" "}
        of{" "}
        <a href={`/courses/${course.slug}`} className="text-accent underline underline-offset-2">
          {course.title}
        </a>
      </p>
    </div>
  );
}

interface GoOnProps extends StepProps {
  now: Date;
  /** Whether the exercise itself leads on. */
  leads: boolean;
}

function GoOn({ sitting: { items, at }, step, now, leads }: GoOnProps) {
  const isLast = at === items.length;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
      {step.settled && !leads ? (
        <LinkButton variant="primary" href={step.next}>
          {isLast ? "Finish" : "Next exercise"}
        </LinkButton>
      ) : null}
      {step.settled ? null : (
        <LinkButton href={step.next}>{isLast ? "Skip and finish" : "Skip this one"}</LinkButton>
      )}
      {step.settled ? (
        <p className="text-muted text-sm">
          {step.skills.map(({ title, due }) =>
            due ? (
              <span key={title} className="block">
                {title} comes back {dueInWords(due, now)}.
              </span>
            ) : null,
          )}
        </p>
      ) : null}
    </div>
  );
}
