import { quote } from "@/lib/exercise/quote";
import { readNumber } from "@/lib/exercise/read-number";

/** What stands around a matrix, taken together: by what it is multiplied, and whether it is transposed. */
export interface Around {
  readonly times: number;
  readonly transposed: boolean;
}

/** What programs wrap a matrix in: the last word of np.array, torch.tensor, jnp.array, sp.Matrix. */
const wrappers =
  /^(?:as)?(?:array|tensor|matrix|mat|constant|variable|ndarray|devicearray|column_stack)$/i;

/** Wrappers and their arguments are short, and so are the numbers that matrices are multiplied by. */
const longest = 300;

/** Reads what stands before and behind a matrix: a sign, a number, a transpose, a wrapper with its keyword arguments.
 *  What is none of these is not passed over: it comes back as a message. */
export function readAround(before: string, behind: string): Around | { readonly message: string } {
  if (before.length > longest) return notUnderstood(before, "before");
  if (behind.length > longest) return notUnderstood(behind, "behind");
  const front = readBefore(before);
  if ("piece" in front) return notUnderstood(front.piece, "before");
  const back = readBehind(behind, front.opened);
  if ("piece" in back) return notUnderstood(back.piece, "behind");
  return { times: front.times * back.times, transposed: back.transposed };
}

type Piece = { readonly piece: string };

function readBefore(before: string): { times: number; opened: number } | Piece {
  let [rest, times, opened] = [before.trim(), 1, 0];
  while (rest !== "") {
    const dressing = /(?:\$\$?|\\[([]|\\displaystyle|\\(?:left|[bB]igg?l?)(?:\\lbrack|[([{|.])?)$/;
    const shorter = rest.replace(dressing, "").trimEnd();
    if (shorter !== rest) {
      rest = shorter;
      continue;
    }
    const [opening, name] = /(?:([A-Za-z_][\w.]*)\s*)?\($/.exec(rest) ?? [];
    if (opening !== undefined) {
      if (name && !wrappers.test(name.replace(/^.*\./, ""))) return { piece: opening };
      rest = rest.slice(0, -opening.length).trimEnd();
      opened += 1;
      continue;
    }
    const piece = lastPiece(rest);
    const factor = factorOf(piece.replace(/\s*(?:[*×·⋅]|\\cdot|\\times|\\,)\s*$/, ""));
    if (factor === undefined) return { piece };
    rest = rest.slice(0, rest.length - piece.length).trimEnd();
    times *= factor;
  }
  return { times, opened };
}

/** What stands at the end, as far as a bracket that is still open. */
function lastPiece(text: string): string {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (")}".includes(text[at] ?? "")) depth += 1;
    if ("({$".includes(text[at] ?? "")) depth -= 1;
    if (depth < 0) return text.slice(at + 1);
  }
  return text;
}

function factorOf(piece: string): number | undefined {
  const sign = piece.trim().replace(/[−–]/, "-");
  if (sign === "-" || sign === "+") return sign === "-" ? -1 : 1;
  const read = readNumber(piece);
  return read.status === "read" ? read.number : undefined;
}

const dressings =
  /^(?:\\right\s*(?:\\rbrack|[\])}|.]|\\\})?|\$\$?|\\[)\]]|[;.,\s]+$|\\(?:[,;!:]|q?quad))/;
const transposes =
  /^(?:\.?['’′]|\^\s*(?:T(?![a-z])|[⊤′']|\\(?:top|intercal|prime)|\{\s*(?:T|⊤|['′]|\\(?:top|intercal|prime|(?:math|text)\w+\s*\{?T\}?))\s*\})|[ᵀ⊤]|\.(?:T(?!\w)|transpose\(\)|t\(\)))/;
const argument =
  /^,\s*(?:[A-Za-z_]\w*\s*=\s*)?(?:<[^<>]*>|'[^']*'|"[^"]*"|\([^()]*\)|(?=[A-Za-z\d])[\w.:+-]+)/;

function readBehind(
  behind: string,
  opened: number,
): { times: number; transposed: boolean } | Piece {
  let [rest, times, transposed, open] = [behind.trimStart(), 1, false, opened];
  while (rest !== "") {
    const turn = transposes.exec(rest)?.[0];
    const dressing = dressings.exec(rest)?.[0];
    const given = open > 0 ? argument.exec(rest)?.[0] : undefined;
    const closing = open > 0 && rest.startsWith(")") ? ")" : undefined;
    if (turn) transposed = !transposed;
    if (closing) open -= 1;
    const known = turn ?? given ?? dressing ?? closing;
    const [factor, sign = "", number = ""] =
      /^([*×·⋅/÷]|\\cdot|\\times|\\div)\s*([^()$]*(?:\([^()$]*\))?[^()$]*)/.exec(rest) ?? [];
    if (known === undefined) {
      const by = factor ? factorOf(number.replace(/[;.,\s]+$/, "")) : undefined;
      const divides = /^(?:[/÷]|\\div)/.test(sign);
      if (by === undefined || (divides && by === 0)) return { piece: rest };
      times *= divides ? 1 / by : by;
    }
    rest = rest.slice((known ?? factor ?? "").length).trimStart();
  }
  return { times, transposed };
}

/** Says which piece beside a matrix is not read. */
export function notUnderstood(piece: string, where: "before" | "behind"): { message: string } {
  const mend = "Write just the matrix, such as [[1, 2], [3, 4]].";
  return { message: `${quote(piece)} ${where} the matrix cannot be read here. ${mend}` };
}
