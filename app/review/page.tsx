import type { Metadata } from "next";
import { getLearner } from "@/lib/auth/guest";
import { getProgress } from "@/lib/course/progress";
import { sittingPath } from "@/lib/course/review/address";
import { getReview, type Review } from "@/lib/course/review/review";
import { dueInWords } from "@/lib/course/review/schedule";
import { LinkButton } from "@/lib/ui/button";
import { percent } from "@/lib/ui/percent";
import { Forecast } from "./Forecast";
import { SkillTable } from "./SkillTable";

export const metadata: Metadata = { title: "Review" };

interface Props {
  searchParams: Promise<{ finished?: string }>;
}

export default async function ReviewPage({ searchParams }: Props) {
  const { userId, viewer } = await getLearner();
  const now = new Date();
  const review = await getReview(userId, now);
  const { finished } = await searchParams;
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Review</h1>
      {review.recall === null ? (
        <Beginning userId={userId} />
      ) : (
        <>
          <Today review={review} now={now} finished={finished !== undefined} />
          <Memory review={review} recall={review.recall} now={now} />
        </>
      )}
      {viewer || review.recall === null ? null : (
        <p className="mt-8 text-muted text-sm">
          You are not signed in: this browser keeps your schedule.{" "}
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
async function Beginning({ userId }: { userId: string | null }) {
  const { next } = await getProgress(userId);
  return (
    <div className="mt-4 max-w-prose text-lg">
      <p>
        Here you keep what you have learnt, in five minutes at a time. There is nothing to review
        yet: it begins with the first exercise you answer in a lesson. A few days later, when you
        are about to forget it, an exercise like it comes up here with new numbers.
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
      {finished ? <p className="mb-2 text-good">That was this sitting. Well done.</p> : null}
      <p className="font-medium text-lg">
        {due.length > 0
          ? `${due.length} ${due.length === 1 ? "skill is" : "skills are"} due.`
          : "Nothing is due."}
      </p>
      {due.length === 0 && next ? (
        <p className="mt-1">
          You should remember what you have met. The next review is {dueInWords(next, now)}.
        </p>
      ) : null}
      {sitting ? (
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton
            variant={due.length > 0 ? "primary" : "secondary"}
            href={sittingPath({ items: sitting.items, at: 1 })}
          >
            {due.length === 0 ? "Practise ahead" : finished ? "Another sitting" : "Begin"}
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
          The schedule expects you to remember {percent(recall)} of it now. It asks again when a
          skill falls to about 90 %.
        </p>
        <SkillTable cards={cards} now={now} />
      </section>
    </>
  );
}
