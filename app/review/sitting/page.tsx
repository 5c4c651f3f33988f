import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLearner } from "@/lib/auth/guest";
import { ExerciseCard } from "@/lib/content/exercise-card/ExerciseCard";
import { cardOf } from "@/lib/course/card";
import { parseSitting, type Sitting } from "@/lib/course/review/address";
import { dueInWords } from "@/lib/course/review/schedule";
import { findStep, type Step } from "@/lib/course/review/step";
import { LinkButton } from "@/lib/ui/button";
import { FollowUps } from "./FollowUps";

export const metadata: Metadata = { title: "Review" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SittingPage({ searchParams }: Props) {
  const sitting = parseSitting(await searchParams);
  const now = new Date();
  const step = sitting && (await findStep(await getLearner(), sitting, now));
  // An old address, or one that somebody else was given: what is due stands on the page before.
  if (!step) redirect("/review");
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Review</h1>
      <Where sitting={sitting} step={step} />
      <div className="prose -mt-2">
        <ExerciseCard
          {...cardOf(step.work)}
          back={step.back}
          submission={randomUUID()}
          refreshes={true}
        />
      </div>
      <FollowUps followUps={step.followUps} />
      <GoOn sitting={sitting} step={step} now={now} />
    </div>
  );
}

interface StepProps {
  sitting: Sitting;
  step: Step;
}

function Where({ sitting: { items, at }, step: { lesson, skills } }: StepProps) {
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
        </a>
      </p>
    </div>
  );
}

function GoOn({ sitting: { items, at }, step, now }: StepProps & { now: Date }) {
  const isLast = at === items.length;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
      {step.settled ? (
        <LinkButton variant="primary" href={step.next}>
          {isLast ? "Finish" : "Next exercise"}
        </LinkButton>
      ) : (
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
