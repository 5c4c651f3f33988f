import { type Claims, claim, isTaken, openColumns } from "./claims";
import type { Sign } from "./header-words";

/** Decides which columns hold the names: first name and surname, or both in one. A bare "Name" beside "Vorname" is the
 *  surname, a bare "Nombre" beside "Apellidos" the first name. */
export function claimNames(claims: Claims): void {
  if (isTaken(claims, "name")) return;
  const bare = signed(claims, "name");
  const full = signed(claims, "fullName");
  const first = signed(claims, "firstName");
  const last = signed(claims, "surname");
  const hasFirst = first.length > 0 || isTaken(claims, "firstName");
  const hasLast = last.length > 0 || isTaken(claims, "surname");
  if (hasFirst && !hasLast && full.length === 0) last.push(...bare);
  else if (hasLast && !hasFirst && full.length === 0) first.push(...bare);
  const isChosen = isTaken(claims, "firstName") || isTaken(claims, "surname");
  if (hasFirst && hasLast) claimHalves(claims, first, last);
  else if (full.length > 0 && !isChosen) claim(claims, full, "name", "header");
  else if (hasFirst || hasLast) claimHalves(claims, first, last);
  else if (bare.length > 0) claim(claims, bare, "name", "header");
  else claimByLook(claims);
}

function claimHalves(claims: Claims, first: number[], last: number[]) {
  if (!isTaken(claims, "firstName")) claim(claims, first, "firstName", "header");
  if (!isTaken(claims, "surname")) claim(claims, last, "surname", "header");
}

/** Where no heading says anything: cells of two words are names, cells of one are asked about. */
function claimByLook(claims: Claims) {
  const names = openColumns(claims, (sign, look) => sign === null && look === "name");
  const [first, second] = openColumns(claims, (sign, look) => sign === null && look === "word");
  if (names.length > 0) claim(claims, names, "name", "contents", !claims.knowsHeadings);
  else if (second !== undefined) {
    claim(claims, [first!], "firstName", "contents", false);
    claim(claims, [second], "surname", "contents", false);
  } else if (first !== undefined) claim(claims, [first], "name", "contents", false);
}

const signed = (claims: Claims, wanted: Sign) =>
  openColumns(claims, (sign, look) => sign === wanted && look !== "blank");
