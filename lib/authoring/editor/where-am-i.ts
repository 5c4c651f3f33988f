/** Where a place in a lesson's text is, as far as it says what can stand there. */
export type Where =
  | { readonly is: "tag" }
  | { readonly is: "attribute"; readonly tag: string; readonly written: readonly string[] }
  | { readonly is: "text"; readonly tag: string; readonly attribute: string }
  | { readonly is: "expression" }
  /** Between the quotes of an option: activation: "…". */
  | { readonly is: "option"; readonly option: string }
  | { readonly is: "glossary" }
  | { readonly is: "prose" };

/** What is open at a place, the innermost last. */
type Open =
  | { readonly is: "tag"; readonly name: string; readonly written: string[] }
  | { readonly is: "quote"; readonly sign: string }
  | { readonly is: "braces" | "tex" | "group" };

/** Where the end of a text is. The text begins where nothing is open: at a lesson's beginning, or at an exercise's. */
export function whereAmI(before: string): Where {
  if (/<\/?\w*$/.test(before)) return { is: "tag" };
  if (/\]\(glossary#[\w-]*$/.test(before)) return { is: "glossary" };
  const open = openAt(before);
  const [last, around] = [open.at(-1), open.at(-2)];
  if (last?.is === "quote" && around?.is === "tag")
    return { is: "text", tag: around.name, attribute: around.written.at(-1) ?? "" };
  if (last?.is === "quote") {
    const option = /(\w+)\s*:\s*["'`][\w-]*$/.exec(before)?.[1];
    return option ? { is: "option", option } : { is: "prose" };
  }
  if (last?.is === "tag") return { is: "attribute", tag: last.name, written: last.written };
  return last?.is === "braces" ? { is: "expression" } : { is: "prose" };
}

function openAt(text: string): Open[] {
  const open: Open[] = [];
  for (let at = 0; at < text.length; ) at += readAt(text, at, open);
  return open;
}

/** Reads what stands at a place. Gives its length. */
function readAt(text: string, at: number, open: Open[]): number {
  const last = open.at(-1);
  const sign = text[at]!;
  switch (last?.is) {
    case "quote":
      if (sign === last.sign) open.pop();
      return 1;
    case "tag":
      return readInTag(text, at, open, last.written);
    case "braces":
      if (/["'`]/.test(sign)) open.push({ is: "quote", sign });
      else if (sign === "{") open.push({ is: "braces" });
      else if (sign === "}") open.pop();
      return 1;
    case "tex":
    case "group":
      return readInTex(text, at, open);
    default:
      return readInProse(text, at, open);
  }
}

function readInTag(text: string, at: number, open: Open[], written: string[]): number {
  const sign = text[at]!;
  if (sign === ">") open.pop();
  else if (sign === '"' || sign === "'") open.push({ is: "quote", sign });
  else if (sign === "{") open.push({ is: "braces" });
  const [name] = wordAt(text, at);
  if (name) written.push(name);
  return name?.length ?? 1;
}

function readInTex(text: string, at: number, open: Open[]): number {
  const sign = text[at]!;
  if (text.startsWith("\\val{", at)) {
    open.push({ is: "braces" });
    return "\\val{".length;
  }
  if (sign === "\\") return 2;
  if (sign === "{") open.push({ is: "group" });
  else if (sign === "}") open.pop();
  else if (sign === "$") {
    while (open.pop()?.is === "group");
    return dollarsAt(text, at);
  }
  return 1;
}

function readInProse(text: string, at: number, open: Open[]): number {
  const sign = text[at]!;
  if (sign === "\\") return 2;
  if (sign === "{") open.push({ is: "braces" });
  if (sign === "$") {
    open.push({ is: "tex" });
    return dollarsAt(text, at);
  }
  const [tag] = /^<([A-Z]\w*)(?=\s)/.exec(text.slice(at, at + 40)) ?? [];
  if (!tag) return 1;
  open.push({ is: "tag", name: tag.slice(1), written: [] });
  return tag.length;
}

/** Two of them stand around a formula on lines of its own. */
const dollarsAt = (text: string, at: number) => (text[at + 1] === "$" ? 2 : 1);

const wordAt = (text: string, at: number) =>
  /^[A-Za-z][\w-]*/.exec(text.slice(at, at + 60)) ?? [undefined];
