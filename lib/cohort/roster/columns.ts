import { claimEmail } from "./claim-email";
import { claimNames } from "./claim-names";
import { type Claims, claim, isTaken, openColumns } from "./claims";
import { foldWords } from "./fold-words";
import { signOf } from "./header-words";
import { isBlank } from "./headings";
import { lookOf } from "./looks";
import type { Choices, Column, Question } from "./roster";
import { shorten } from "./shorten";

/** What each column of a roster holds, as far as headings (null: there are none), the first rows and choices say. Columns
 *  with nothing in them are left out. */
export function decideColumns(
  headings: string[] | null,
  rows: string[][],
  width: number,
  choices: Choices,
): Column[] {
  const indices = Array.from({ length: width }, (_, index) => index);
  const cells = indices.map((index) => rows.slice(0, 200).map((row) => row[index] ?? ""));
  const signs = indices.map((index) => signOf(headings?.[index] ?? ""));
  const claims: Claims = {
    signs,
    looks: cells.map(lookOf),
    knowsHeadings: signs.some((sign) => sign !== null),
    decided: new Map(),
  };
  claimChosen(claims, choices, headings ?? []);
  claimEmail(claims);
  claimNames(claims);
  claimCampusId(claims, headings ?? []);
  claimRole(claims);
  for (const index of openColumns(claims, (sign, look) => sign === "groups" && look !== "blank")) {
    claim(claims, [index], "groups", "header");
  }
  claimRest(claims, headings ?? []);
  return indices
    .filter((index) => !isBlank(headings?.[index] ?? "") || claims.looks[index] !== "blank")
    .map((index) => ({
      index,
      header: shorten(headings?.[index] ?? ""),
      ...claims.decided.get(index)!,
      samples: samplesOf(cells[index]!),
    }));
}

/** What the preview asks: a question for each column that is not certain. */
export const questionsOf = (columns: Column[]): Question[] =>
  columns
    .filter(({ certain }) => !certain)
    .map(({ index, header, meaning, samples }) => ({
      index,
      text: `What does ${header ? `the column “${header}”` : `column ${index + 1}`} hold?`,
      guess: meaning,
      samples,
    }));

/** A thing that was chosen for two columns is in the first of them, and the other is asked about again. A column with nothing
 *  in it holds nothing, whatever was chosen for it in another file. */
function claimChosen(claims: Claims, choices: Choices, headings: string[]) {
  for (const index of claims.signs.keys()) {
    const meaning = Object.hasOwn(choices, index) ? choices[index] : undefined;
    const isEmpty = claims.looks[index] === "blank" && isBlank(headings[index] ?? "");
    if (!meaning || isEmpty) continue;
    const isSecond = meaning !== "groups" && meaning !== "ignored" && isTaken(claims, meaning);
    if (isSecond) claim(claims, [index], "ignored", "nothing", false);
    else claim(claims, [index], meaning, "choice");
  }
}

/** The campus's own number. A bare "ID" may be it, but for Canvas's, which stands beside "SIS User ID". */
function claimCampusId(claims: Claims, headings: string[]) {
  if (isTaken(claims, "campusId")) return;
  const named = openColumns(claims, (sign, look) => sign === "campusId" && look !== "blank");
  if (named.length > 0) return claim(claims, named, "campusId", "header");
  const isCanvas = headings.some((heading) => foldWords(heading).startsWith("sis "));
  if (isCanvas) return;
  const numbers = openColumns(
    claims,
    (sign, look) => sign === "number" && look !== "blank" && look !== "count",
  );
  if (numbers.length > 0) return claim(claims, numbers, "campusId", "header", false);
  if (claims.knowsHeadings) return;
  const ids = openColumns(claims, (_, look) => look === "id");
  claim(claims, ids, "campusId", "contents", false);
}

function claimRole(claims: Claims) {
  if (isTaken(claims, "role")) return;
  const named = openColumns(claims, (sign, look) => sign === "role" && look !== "blank");
  if (named.length > 0) return claim(claims, named, "role", "header");
  const alike = openColumns(claims, (sign, look) => sign === null && look === "role");
  claim(claims, alike, "role", "contents", !claims.knowsHeadings);
}

/** What's left is no part of a roster where headings say what is. A column without one is asked about, unless it's blank
 *  or counts the rows. */
function claimRest(claims: Claims, headings: string[]) {
  const { looks, knowsHeadings } = claims;
  for (const index of openColumns(claims, () => true)) {
    const isNothing = looks[index] === "blank" || looks[index] === "count";
    const isOther = knowsHeadings && !isBlank(headings[index] ?? "");
    claim(claims, [index], "ignored", "nothing", isOther || isNothing);
  }
}

const samplesOf = (cells: string[]) =>
  [
    ...new Set(
      cells
        .filter((cell) => !isBlank(cell))
        .slice(0, 20)
        .map((cell) => shorten(cell, 40)),
    ),
  ].slice(0, 3);
