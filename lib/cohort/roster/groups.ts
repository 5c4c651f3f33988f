import { plainName } from "@/lib/auth/plain-name";
import { foldWords, wordSet } from "./fold-words";
import { limits } from "./limits";

/** What Moodle writes where somebody is in no group. */
const none = wordSet(
  "no groups, none, keine gruppen, aucun groupe, sin grupos, no hay grupos, nessun gruppo, geen groepen, sem grupos, brak grup, inga grupper, ingen grupper, grup yok, žádné skupiny",
);

const most = 10 * limits.groups;

/** The groups that cells name, parted by commas, semicolons, bars or lines, each once. Of a cell that names more than
 *  anybody can be in, only the first. */
export const groupsOf = (cells: string[]): string[] => [
  ...new Set(
    cells
      .flatMap((cell) => cell.split(/[,;|\n]/, most))
      .map(plainName)
      .filter((group) => group !== "" && !none.has(foldWords(group))),
  ),
];
