import { foldEmail, isEmail, isPlain } from "@/lib/auth/email";
import { plainName, withoutInvisible } from "@/lib/auth/plain-name";
import { shorten } from "./shorten";

export type Address =
  /** Folded and valid, as an account's is, and the words that stand beside it in its cell. */
  | { status: "valid"; email: string; beside: string }
  | { status: "bad"; reason: string; mend: string };

/** Characters of a cell in which an address is looked for. */
const mostRead = 2_000;

/** The one address in a cell such as `amara@uni.example` or `Amara Okafor <amara@uni.example>`. Words beside it without
 *  brackets are taken only where `withName` says that the cell may hold the name too. */
export function parseAddress(cell: string, withName: boolean): Address {
  const text = withoutInvisible(cell.slice(0, mostRead)).trim();
  if (text === "") return bad("There is no email address.", "Add one, like name@school.org.");
  const pieces = text.replace(/\bmailto:/gi, "").split(/([\s<>(),;|"]+)/);
  const found = new Set(pieces.filter((piece) => piece.includes("@")).map(foldEmail));
  if (found.size > 1) {
    return bad(
      `There are ${found.size} email addresses in one cell: “${shorten(text)}”.`,
      "Keep the one that this person signs in with.",
    );
  }
  const beside = wordsOf(pieces.filter((piece) => !piece.includes("@")).join(""));
  const [email = text] = found;
  const isApart = withName || beside === "" || /[<(]/.test(text);
  if (isApart && isEmail(email)) return { status: "valid", email, beside };
  return isPlain(email)
    ? bad(`“${shorten(text)}” is not an email address.`, "Write it like name@school.org.")
    : bad(
        `“${shorten(text)}” has a character in it that only looks like another.`,
        "Type the email address by hand.",
      );
}

/** Whether a cell holds something meant for an address, valid or not. */
export const hasAddress = (cell: string): boolean => /[^\s@]@[^\s@]/.test(cell);

/** What is left of a cell without its address: the words, and the commas between them. */
const wordsOf = (beside: string) =>
  beside
    .replace(/[<>();|"]/g, " ")
    .split(",")
    .map(plainName)
    .filter((part) => part !== "")
    .join(", ");

const bad = (reason: string, mend: string): Address => ({ status: "bad", reason, mend });
