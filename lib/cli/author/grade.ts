import { readFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { type Exercise, type GradedPart, gradeSubmission, type Result } from "@/lib/exercise";
import { gradingOf, ruleInWords } from "@/lib/exercise/check";
import { suggest } from "@/lib/exercise/language";
import { type Outcome, UsageError, type Wanted } from "./arguments";
import { columns, paragraph } from "./columns";
import { findExercise } from "./find-exercise";
import { typedPath } from "./place";
import { drawWanted, variantTitle } from "./variant";

/** Grades what was typed into the parts of one variant. */
export async function grade({ name, json, responses, ...wanted }: Wanted): Promise<Outcome> {
  const exercise = await findExercise(name);
  const typed = readResponses(await textFrom(responses), exercise);
  const drawn = drawWanted(exercise, wanted);
  const sent = { responses: typed, asked: Object.keys(typed) };
  const result = gradeSubmission(exercise, gradingOf(drawn), sent);
  const { seed, number } = drawn;
  const told = json
    ? JSON.stringify({ exercise: exercise.id, seed, number, ...result }, null, 2)
    : [variantTitle(exercise, drawn), "", ...resultLines(result)].join("\n");
  return { text: told };
}

async function textFrom(file: string): Promise<string> {
  if (file === "-") return textOf(process.stdin);
  return readFile(typedPath(file), "utf8").catch(() => {
    throw new UsageError(`There is no file ${file} to read responses from.`);
  });
}

function readResponses(text: string, { parts }: Exercise): Record<string, string> {
  const example = JSON.stringify({ [parts[0]?.name ?? "part"]: "-0.468" });
  const parsed = z.record(z.string(), z.string()).safeParse(jsonOrNull(text));
  if (!parsed.success) {
    throw new UsageError(`Responses are JSON, each part's name with the text typed: ${example}.`);
  }
  const names = parts.map((part) => part.name);
  const stranger = Object.keys(parsed.data).find((name) => !names.includes(name));
  if (stranger === undefined && Object.keys(parsed.data).length > 0) return parsed.data;
  const near = stranger && suggest(stranger, names);
  const rest = near ? `Did you mean ${near}?` : `It has ${names.join(", ")}.`;
  throw new UsageError(
    stranger === undefined
      ? `No part is answered: write ${example}.`
      : `The exercise has no part ${stranger}. ${rest}`,
  );
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function resultLines(result: Result): string[] {
  if (result.status === "unreadable") {
    const told = "could not be read, so nothing was graded: ";
    return result.parts.flatMap(({ part, message }) => paragraph(`  ${part}  `, told + message));
  }
  const heads = columns(
    result.parts.map((part) => [part.part, part.verdict, pointsOf(part)]),
    "  ",
  );
  const { earned, possible } = result.score;
  const lines = result.parts.flatMap((part, i) => [heads[i] ?? "", ...remarks(part)]);
  return [
    ...lines,
    "",
    `  ${points(earned)} / ${points(possible)} ${possible === 1 ? "point" : "points"}`,
  ];
}

const points = (value: number) => String(Math.round(value * 1000) / 1000);

const pointsOf = ({ earned, possible, followed }: GradedPart) =>
  `${points(earned)} / ${points(possible)}${followed ? ", followed through" : ""}`;

function remarks({ feedback, diagnosis = [] }: GradedPart): string[] {
  const causes = diagnosis.map((cause) => cause.map(ruleInWords).join(" and "));
  return [
    ...(causes.length > 0 ? paragraph("      found  ", causes.join(", or ")) : []),
    ...feedback.flatMap((text) => paragraph("      said   ", text)),
  ];
}
