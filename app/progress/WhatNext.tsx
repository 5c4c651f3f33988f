import type { NextStep } from "@/lib/course/next-step";
import { whyNext } from "@/lib/course/next-words";
import { LinkButton } from "@/lib/ui/button";

/** What to do next, and why that. */
export function WhatNext({ next }: { next: NextStep | null }) {
  if (!next) {
    return (
      <p className="mt-6 text-good">Everything here is right. New numbers keep you in practice.</p>
    );
  }
  const { course, lesson, exercise, reason } = next;
  return (
    <p className="mt-6 flex max-w-4xl flex-wrap items-center gap-x-4 gap-y-2 rounded-sm bg-accent-soft px-4 py-3">
      <span className="min-w-56 flex-1">
        {reason === "begin" ? "Next: " : "Worth another try: "}
        <strong className="font-medium">{exercise.title}</strong>
        <span className="block text-sm">{whyNext(next)}</span>
      </span>
      <LinkButton
        variant="primary"
        size="small"
        href={`/courses/${course}/${lesson.slug}#exercise-${exercise.slug}`}
      >
        {reason === "begin" ? "Go on" : "Try again"}
      </LinkButton>
    </p>
  );
}
