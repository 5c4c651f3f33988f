import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { getLearner } from "@/lib/auth/guest";
import { markdownToHtml } from "@/lib/content";
import { sittingPath } from "@/lib/review/address";
import { findPracticeSet } from "@/lib/review/practice-set";
import { LinkButton } from "@/lib/ui/button";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";

export const metadata: Metadata = { title: "Practice set" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const topic = z.object({
  rule: z.string().max(60).optional().catch(undefined),
  exercise: z.uuid().optional().catch(undefined),
  course: z.string().max(100).optional().catch(undefined),
  skill: z.string().max(100).optional().catch(undefined),
});

/** Exercises against one mistake, on one skill, or out of a whole course. Everybody has the same address, and numbers of their own. */
export default async function PracticePage({ searchParams }: Props) {
  const learner = await getLearner();
  const { viewer } = learner;
  const set = await findPracticeSet(learner, topic.parse(await searchParams));
  if (!set) notFound();
  const { title, course, instead, section, items, minutes } = set;
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <Breadcrumb
        above={[
          { href: "/", label: "Home" },
          { href: `/courses/${course.slug}`, label: course.title },
        ]}
        here="Practice set"
      />
      <h1 className="mt-2 font-semibold font-serif text-3xl">Practice set: {title}</h1>
      {instead ? (
        <div className="prose mt-4" dangerouslySetInnerHTML={{ __html: markdownToHtml(instead) }} />
      ) : null}
      {section ? (
        <p className="mt-3">
          Read first:{" "}
          <a href={section.path} className="text-accent underline underline-offset-2">
            {section.title}
          </a>
        </p>
      ) : null}
      <h2 className="mt-8 font-semibold text-lg">
        {items.length === 1 ? "One exercise" : `${items.length} exercises`}, about {minutes}{" "}
        {minutes === 1 ? "minute" : "minutes"}
      </h2>
      <ol className="mt-2 list-decimal space-y-1 pl-5">
        {items.map((item) => (
          <li key={item.exerciseId}>{item.title}</li>
        ))}
      </ol>
      <p className="mt-6">
        <LinkButton variant="primary" href={sittingPath({ items, at: 1 })}>
          Begin
        </LinkButton>
      </p>
      <p className="mt-4 text-muted text-sm">
        You get new numbers of your own. What you do here counts as practice
        {viewer ? "." : "; sign in to keep it."}
      </p>
    </div>
  );
}
