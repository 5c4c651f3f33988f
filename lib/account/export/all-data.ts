import "server-only";
import { findStudentGrades, type OwnGrades } from "@/lib/assessment/gradebook/student-grades";
import { db } from "@/lib/db/client";
import { listWaysIn } from "../ways-in";
import { listAnswers } from "./answers";

/** Everything that is kept of somebody, as far as they may see it: graded work shows what its assignment shows by now. */
export async function allData(userId: string) {
  const [account, waysIn, answers] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: columns }),
    listWaysIn(userId),
    listAnswers(userId),
  ]);
  const {
    accessTokens,
    enrollments,
    scores,
    mistakes,
    reviewCards,
    variants,
    acted,
    concerned,
    ...own
  } = account;
  const grades = await Promise.all(
    enrollments
      .filter(({ role }) => role === "student")
      .map(({ section }) => findStudentGrades(section.id, userId, "student")),
  );
  return {
    account: own,
    signsInWith: {
      password: waysIn.password,
      providers: waysIn.linked.map(({ name, issuer, subject, since }) => ({
        name,
        issuer,
        subject,
        since,
      })),
    },
    accessTokens,
    sections: enrollments.map(({ section: { id: _, course, ...section }, ...place }) => ({
      ...section,
      course: course.title,
      ...place,
    })),
    grades: grades.flatMap((one) => (one ? [gradesOf(one)] : [])),
    exercises: scores.map(({ exercise, ...score }) => ({ ...placeOf(exercise), ...score })),
    mistakes: mistakes.map(({ exercise, ...mistake }) => ({ ...placeOf(exercise), ...mistake })),
    review: reviewCards.map(({ course, ...card }) => ({ course: course.title, ...card })),
    notYetChecked: variants.flatMap(({ exercise, number, drafts }) =>
      drafts.map((draft) => ({ ...placeOf(exercise), numbers: number, ...draft })),
    ),
    answers,
    history: { done: acted, about: concerned },
  };
}

const exerciseColumns = {
  select: { title: true, lesson: { select: { title: true, course: { select: { title: true } } } } },
} as const;

const eventColumns = {
  orderBy: { at: "asc" },
  select: { at: true, action: true, reason: true },
} as const;

const columns = {
  name: true,
  email: true,
  role: true,
  createdAt: true,
  timeZone: true,
  decimalComma: true,
  accessTokens: { select: { name: true, createdAt: true, endsAt: true, lastUsedAt: true } },
  enrollments: {
    select: {
      role: true,
      campusId: true,
      group: true,
      timeFactor: true,
      createdAt: true,
      removedAt: true,
      section: { select: { id: true, name: true, course: { select: { title: true } } } },
    },
  },
  scores: {
    select: {
      best: true,
      first: true,
      attempts: true,
      firstAt: true,
      updatedAt: true,
      exercise: exerciseColumns,
    },
  },
  mistakes: { select: { rule: true, count: true, lastAt: true, exercise: exerciseColumns } },
  reviewCards: {
    select: {
      skill: true,
      due: true,
      stability: true,
      difficulty: true,
      rating: true,
      reps: true,
      reviewedAt: true,
      course: { select: { title: true } },
    },
  },
  variants: {
    where: { drafts: { some: {} } },
    select: {
      number: true,
      exercise: exerciseColumns,
      drafts: { select: { part: true, response: true, updatedAt: true } },
    },
  },
  acted: eventColumns,
  // What staff wrote of somebody is theirs to tell.
  concerned: { orderBy: { at: "asc" }, select: { at: true, action: true } },
} as const;

interface ExerciseRow {
  readonly title: string;
  readonly lesson: { readonly title: string; readonly course: { readonly title: string } };
}

const placeOf = ({ title, lesson }: ExerciseRow) => ({
  course: lesson.course.title,
  lesson: lesson.title,
  exercise: title,
});

function gradesOf({ section, grades, total, letter }: OwnGrades) {
  return {
    section: section.name,
    total: total.share,
    letter,
    assignments: grades.map(({ assignment, terms, mark, comment, exercises }) => ({
      title: assignment.title,
      dueAt: terms.dueAt,
      mark,
      comment,
      exercises: exercises.map(({ id: _, ...one }) => one),
    })),
  };
}
