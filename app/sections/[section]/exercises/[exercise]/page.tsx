import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { compareFeatures } from "@/lib/cohort/item/features";
import { figuresOf } from "@/lib/cohort/item/figures";
import { listFirstNumbers } from "@/lib/cohort/item/first-numbers";
import { listGradedItems } from "@/lib/cohort/item/graded";
import { findItem, type Item } from "@/lib/cohort/item/item";
import { listSharedNumbers } from "@/lib/cohort/item/shared-numbers";
import { listWays } from "@/lib/cohort/item/ways";
import { countAnswered, listWrongAnswers } from "@/lib/cohort/item/wrong-answers";
import { ScoreBars } from "@/lib/ui/distribution/ScoreBars";
import { GradedItems } from "./GradedItems";
import { ItemFigures } from "./ItemFigures";
import { NumberFeatures } from "./NumberFeatures";
import { SharedNumbers } from "./SharedNumbers";
import { WrongAnswers } from "./WrongAnswers";

export const metadata: Metadata = { title: "An exercise’s figures" };

interface Props {
  params: Promise<{ section: string; exercise: string }>;
}

export default async function ItemPage({ params }: Props) {
  const { section, exercise } = await params;
  await enter("page /sections/[section]/exercises/[exercise]", { section, exercise });
  const place = { sectionId: section, exerciseId: exercise };
  const [item, ways, wrong, answered, numbers, shared, graded] = await Promise.all([
    findItem(place),
    listWays(place),
    listWrongAnswers(place),
    countAnswered(place),
    listFirstNumbers(place),
    listSharedNumbers(place),
    listGradedItems(place),
  ]);
  if (!item) notFound();
  const { possible, scores } = item;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <ItemHeading item={item} />
      <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <section aria-labelledby="figures" className="min-w-0">
          <h2 id="figures" className="font-semibold text-lg">
            How hard it is, and what it tells
          </h2>
          <p className="mt-1 text-muted text-sm">
            Facility is the mean share of the points. Discrimination says how well first tries here
            go with first tries in the student’s other exercises, from −1 to 1. Students who haven’t
            begun are left out, and so is graded work, which has its own table below.
          </p>
          <ItemFigures figures={figuresOf(scores, ways)} />
        </section>
        <ScoreBars
          title="How the students’ best scores are spread"
          possible={possible}
          scores={scores.map(({ best }) => best * possible)}
        />
      </div>
      <h2 className="mt-10 font-semibold text-lg">The most common wrong answers</h2>
      <WrongAnswers section={section} exercise={exercise} begun={answered} parts={wrong} />
      <h2 className="mt-10 font-semibold text-lg">In graded work</h2>
      <p className="mt-1 max-w-4xl text-muted text-sm">
        First tries there, before lateness and lesser credit for later ones. Discrimination is
        against the assignment’s other items.
      </p>
      <GradedItems section={section} items={graded} />
      <h2 className="mt-10 font-semibold text-lg">Numbers that many share</h2>
      <SharedNumbers shared={shared} />
      <h2 className="mt-10 font-semibold text-lg">Whether the numbers are fair</h2>
      <NumberFeatures features={compareFeatures(numbers)} labels={item.labels} />
    </div>
  );
}

/** The exercise's name, with the way back to the section and on to the exercise. */
function ItemHeading({ item: { slug, title, lesson, section, students, scores } }: { item: Item }) {
  return (
    <header>
      <p className="text-sm">
        <a
          href={`/sections/${section.id}?lesson=${lesson.slug}#students`}
          className="text-accent underline underline-offset-2"
        >
          {section.name}
        </a>
      </p>
      <h1 className="mt-2 font-semibold font-serif text-3xl">{title}</h1>
      <p className="mt-1 text-muted">
        <a
          href={`/courses/${lesson.course}/${lesson.slug}#exercise-${slug}`}
          className="underline underline-offset-2"
        >
          {lesson.number}. {lesson.title}
        </a>{" "}
        · begun by {scores.length} of {students} {students === 1 ? "student" : "students"}
      </p>
    </header>
  );
}
