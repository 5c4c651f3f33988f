import type { Metadata } from "next";
import { dueInWords } from "@/lib/answering/schedule";
import { listHeld } from "@/lib/assessment/sitting/held";
import { getLearner, type Learner } from "@/lib/auth/guest";
import { getProgress } from "@/lib/progress/progress";
import { parseFinished, sittingPath } from "@/lib/review/address";
import { findOutcome } from "@/lib/review/outcome";
import { getReview, type Review } from "@/lib/review/review";
import { LinkButton } from "@/lib/ui/button";
import { percent } from "@/lib/ui/percent";
import { Forecast } from "./Forecast";
import { HowItWent } from "./HowItWent";
import { SkillTable } from "./SkillTable";

export const metadata: Metadata = { title: "Review" };

interface Props {
  searchParams: Promise<{ finished?: string | string[] }>;
}

export default async function ReviewPage({ searchParams }: Props) {
  const learner = await getLearner();
  const { userId, viewer } = learner;
  const now = new Date();
  const review = await getReview(learner, now, async (exercises) => {
    const held = await listHeld(userId, exercises);
    return new Set(held.keys());
  });
  const outcome = await findOutcome(userId, parseFinished((await searchParams).finished));
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Review</h1>
      {review.recall === null ? (
        <Beginning learner={learner} />
      ) : (
        <>
          {outcome ? <HowItWent outcome={outcome} /> : null}
          <Today review={review} now={now} finished={outcome !== null} />
          <Memory review={review} recall={review.recall} now={now} />
        </>
      )}
      {viewer || review.recall === null ? null : (
        <p className="mt-8 text-muted text-sm">
          You’re not signed in: this browser keeps your schedule.{" "}
          <a href="/sign-in?next=/review" className="text-accent underline underline-offset-2">
            Sign in
          </a>{" "}
          to keep it for good.
        </p>
      )}
    </div>
  );
}

/** For who has answered nothing yet. */
async function Beginning({ learner }: { learner: Learner }) {
  const { next } = await getProgress(learner);
  return (
    <div className="mt-4 max-w-prose text-lg">
      <p>
        Five minutes here now and then keep what you’ve learnt fresh. There’s nothing to review yet:
        it starts with the first exercise you answer in a lesson. A few days later, when you’re
        about to forget it, one like it comes up here with new numbers.
      </p>
      {next ? (
        <p className="mt-6">
          <LinkButton variant="primary" href={`/courses/${next.course}/${next.lesson.slug}`}>
            Go to “{next.lesson.title}”
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}

interface TodayProps {
  review: Review;
  now: Date;
  finished: boolean;
}

function Today({ review: { cards, due, sitting }, now, finished }: TodayProps) {
  const next = cards.map((card) => card.due).toSorted((a, b) => a.getTime() - b.getTime())[0];
  return (
    <section aria-label="Today" className="mt-6 rounded-sm bg-accent-soft px-4 py-4 sm:px-5">
      <p className="font-medium text-lg">
        {due.length > 0
          ? `${due.length} ${due.length === 1 ? "skill is" : "skills are"} due.`
          : "Nothing is due."}
      </p>
      {due.length === 0 && next ? (
        <p className="mt-1">
          You should still remember what you’ve learnt so far. Your next review is{" "}
          {dueInWords(next, now)}.
        </p>
      ) : null}
      {sitting ? (
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton
            variant={due.length > 0 ? "primary" : "secondary"}
            href={sittingPath({ items: sitting.items, at: 1 })}
          >
            {due.length === 0 ? "Practise ahead" : finished ? "Another session" : "Begin"}
          </LinkButton>
          <span className="text-muted text-sm">
            {sitting.items.length} {sitting.items.length === 1 ? "exercise" : "exercises"} with new
            numbers, about {sitting.minutes} {sitting.minutes === 1 ? "minute" : "minutes"}
          </span>
        </p>
      ) : null}
    </section>
  );
}

interface MemoryProps {
  review: Review;
  recall: number;
  now: Date;
}

function Memory({ review: { cards, forecast }, recall, now }: MemoryProps) {
  return (
    <>
      <section aria-labelledby="forecast" className="mt-10">
        <h2 id="forecast" className="font-semibold text-lg">
          The week ahead
        </h2>
        <Forecast counts={forecast} />
      </section>
      <section aria-labelledby="memory" className="mt-10">
        <h2 id="memory" className="font-semibold text-lg">
          What you should remember
        </h2>
        <p className="mt-1 text-muted">
          By our estimate you remember {percent(recall)} of it now. A skill comes back when it falls
          to about 90 %.
        </p>
        <SkillTable cards={cards} now={now} />
      </section>
    </>
  );
}
