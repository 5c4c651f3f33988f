import { harmlessCsv } from "@/lib/cohort/harmless-csv";
import type { ExportedAnswer } from "./answers";

/** Answers as CSV for a spreadsheet, a line for each part that was answered. */
export const answersCsv = (answers: readonly ExportedAnswer[]): string =>
  harmlessCsv([heads, ...answers.map(lineOf)]);

const heads = [
  "Time (UTC)",
  "Course",
  "Lesson",
  "Exercise",
  "Assignment",
  "Set of numbers",
  "Part",
  "Typed",
  "Points",
  "Of",
];

const lineOf = (one: ExportedAnswer): (string | number)[] => [
  one.at.toISOString(),
  one.course,
  one.lesson,
  one.exercise,
  one.assignment ?? "",
  one.numbers,
  one.part,
  one.typed,
  one.earned ?? "",
  one.possible ?? "",
];
