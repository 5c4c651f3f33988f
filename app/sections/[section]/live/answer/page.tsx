import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { HeldCard } from "@/app/assignments/HeldCard";
import { enter } from "@/lib/access/enter";
import { cardOf } from "@/lib/answering/card";
import { listHeld } from "@/lib/assessment/sitting/held";
import type { Viewer } from "@/lib/auth/viewer";
import { getLiveWork } from "@/lib/cohort/live/own-work";
import { findOpenLive, type LiveSession } from "@/lib/cohort/live/session";
import { ExerciseCard } from "@/lib/content/exercise-card/ExerciseCard";
import { LinkButton } from "@/lib/ui/button";

export const metadata: Metadata = { title: "Live exercise" };

interface Props {
  params: Promise<{ section: string }>;
}

/** The exercise that is open in a section, to answer. */
export default async function LiveAnswerPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/live/answer", { section });
  const live = await findOpenLive(section);
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <p className="text-sm">
        <a href={`/sections/${section}/mine`} className="text-accent underline underline-offset-2">
          Your section
        </a>
      </p>
      <h1 className="font-semibold font-serif text-3xl">Live exercise</h1>
      {live ? (
        <OpenExercise viewer={viewer} live={live} />
      ) : (
        <>
          <p className="mt-4">
            No exercise is open right now. Your answers are kept and count as practice.
          </p>
          <p className="mt-4">
            <LinkButton href={`/sections/${section}/live/answer`}>Look again</LinkButton>
          </p>
        </>
      )}
    </div>
  );
}

async function OpenExercise({ viewer, live }: { viewer: Viewer; live: LiveSession }) {
  const work = await getLiveWork(viewer, live);
  const { exercise } = work.version;
  const unchanging = { id: live.exerciseId, currentId: work.version.id };
  const holding = (await listHeld(viewer.id, [unchanging])).get(live.exerciseId);
  if (holding)
    return (
      <>
        <h2 className="mt-3 font-medium text-lg">You can’t answer it here</h2>
        <HeldCard exercise={exercise} holding={holding} />
      </>
    );
  return (
    <>
      <h2 className="mt-3 font-medium text-lg">Answer it with your own numbers</h2>
      <p className="text-muted text-sm">
        Your instructor sees how the section answers, without names.
      </p>
      <div className="prose mt-2">
        <ExerciseCard
          {...cardOf(work)}
          back={`/sections/${live.sectionId}/live/answer`}
          submission={randomUUID()}
        />
      </div>
    </>
  );
}
