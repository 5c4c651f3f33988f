import { generatorFor, type Value } from "@/lib/exercise";
import type { Grade, Kind, PartAttribute, PartChild, PartElement } from "@/lib/exercise/kinds/kind";
import { evaluate } from "@/lib/exercise/language";
import { exprOf } from "../language/evaluate-text";

/** `{ answer: "{2 * a}" }` for answer={2 * a}, `true` for a bare name, anything else is a text. */
type Written = Readonly<Record<string, string | true>>;

const at = { line: 3, column: 5 };

function attributes(written: Written, names: Iterable<string>): Map<string, PartAttribute> {
  return new Map(
    Object.entries(written).map(([name, value], i) => {
      const inside = typeof value === "string" ? /^\{(.*)\}$/s.exec(value)?.[1] : undefined;
      const place = { line: at.line, column: at.column + 10 * (i + 1) };
      return [name, { value: inside ? exprOf(inside, names) : value, at: place }];
    }),
  );
}

/** A child as an author writes it; it stands on a line of its own. */
export function child(
  tag: PartChild["tag"],
  text: string,
  written: Written = {},
  names: Iterable<string> = [],
): PartChild {
  return { tag, text: text === "" ? [] : [text], attributes: attributes(written, names), at };
}

export function element(
  written: Written,
  children: readonly PartChild[] = [],
  names: Iterable<string> = [],
): PartElement {
  const placed = children.map((one, i) => ({ ...one, at: { line: at.line + 1 + i, column: 7 } }));
  return { attributes: attributes(written, names), children: placed, at };
}

/** What is wrong with a part, as "line:column message. mend". */
export function issuesOf<S, K, V, R>(kind: Kind<S, K, V, R>, part: PartElement): string[] {
  const parsed = kind.parse(part);
  if ("settings" in parsed) return [];
  return parsed.issues.map(
    ({ line, column, message, mend }) => `${line}:${column} ${message}. ${mend}`,
  );
}

/** A part drawn for one seed, and what a student may do with it. */
export function drawn<S, K, V, R>(
  kind: Kind<S, K, V, R>,
  part: PartElement,
  seed = "s",
  scope: Readonly<Record<string, Value>> = {},
) {
  const parsed = kind.parse(part);
  if ("issues" in parsed) throw new Error(JSON.stringify(parsed.issues));
  const { settings } = parsed;
  const generator = generatorFor(seed);
  const names = new Map(Object.entries(scope));
  const { key, view } = kind.draw(
    {
      name: "part",
      kind: kind.name,
      points: 1,
      followThrough: 1,
      mayBeZero: false,
      label: ["part"],
      settings,
      at,
    },
    (expr) => evaluate(expr, names, generator),
    generator,
  );
  const read = (raw: string) => kind.read(raw, view, settings);
  const reading = (raw: string): R => {
    const result = read(raw);
    if (result.status === "read") return result.reading;
    throw new Error(`${raw}: ${result.message}`);
  };
  return {
    settings,
    key,
    view,
    read,
    reading,
    response: kind.keyAsResponse(key, view),
    /** What is typed by who came to this value. */
    responseTo: (value: Value) => kind.asResponse?.(value, { key, view, settings }),
    /** What stands beside the field. */
    readBack: (raw: string) => kind.readBack?.(raw, view, settings),
    grade: (raw: string): Grade => kind.grade(key, reading(raw), settings, view),
    matches: (value: Value, raw: string) =>
      kind.matches?.(value, reading(raw), { key, view, settings }),
  };
}
