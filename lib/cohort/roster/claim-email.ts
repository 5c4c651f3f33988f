import { type Claims, claim, isTaken, openColumns } from "./claims";
import type { Recognised } from "./roster";

/** Decides which column holds the addresses. A heading that says so wins where addresses stand below it, then a login's
 *  (Canvas: "SIS Login ID"), then the cells alone. A choice that leaves no column for them is asked for again. */
export function claimEmail(claims: Claims): void {
  if (isTaken(claims, "email")) return;
  const tiers: [number[], Recognised, boolean][] = [
    [openColumns(claims, (sign, look) => sign === "email" && isAddress(look)), "header", true],
    [openColumns(claims, (sign, look) => sign === "login" && look === "address"), "header", true],
    [openColumns(claims, (_, look) => look === "address"), "contents", true],
    [openColumns(claims, (sign) => sign === "email"), "header", true],
    [openColumns(claims, (_, look) => look === "someAddresses"), "contents", false],
    [chosenOtherwise(claims), "contents", false],
  ];
  const [columns, by, certain] = tiers.find(([found]) => found.length > 0) ?? tiers[0]!;
  claim(claims, columns, "email", by, certain);
}

const isAddress = (look: string) => look === "address" || look === "someAddresses";

const chosenOtherwise = ({ looks, decided }: Claims) =>
  [...decided.keys()].filter((index) => isAddress(looks[index]!));
