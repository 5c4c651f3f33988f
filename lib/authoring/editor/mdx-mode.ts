import { StreamLanguage, type StringStream } from "@codemirror/language";

/** What may be open where the reader of a line stands, the innermost last. */
type Open = "tag" | "braces" | "text" | "tex" | "display";

interface State {
  readonly open: Open[];
  /** The quote that ends a text. */
  quote: string;
  /** Whether the front matter is still to begin, is being read, or is over. */
  front: "before" | "inside" | "over";
}

const inner = ({ open }: State): Open | undefined => open.at(-1);

/** The colours of a lesson's text: Markdown, tags with their attributes, expressions in braces, and TeX. It only tells what
 *  things are by their looks; whether they are right is the check's to say. */
export const mdxMode = StreamLanguage.define<State>({
  name: "lesson",
  startState: () => ({ open: [], quote: "", front: "before" }),
  copyState: ({ open, ...rest }) => ({ open: [...open], ...rest }),
  token: (stream, state) => {
    if (state.front !== "over" && inFront(stream, state)) return "meta";
    switch (inner(state)) {
      case "tag":
        return inTag(stream, state);
      case "braces":
        return inBraces(stream, state);
      case "text":
        return inText(stream, state);
      case "tex":
      case "display":
        return inTex(stream, state);
      default:
        return inProse(stream, state);
    }
  },
  blankLine: (state) => {
    if (state.front === "before") state.front = "over";
    // A formula in a line does not go on over an empty one.
    if (inner(state) === "tex") state.open.pop();
  },
  languageData: {
    commentTokens: { block: { open: "{/*", close: "*/}" } },
    closeBrackets: { brackets: ["(", "[", "{", '"', "$"] },
  },
});

/** Reads a line of the front matter, where there is one. */
function inFront(stream: StringStream, state: State): boolean {
  const isRule = stream.sol() && stream.match(/^---\s*$/) !== null;
  if (state.front === "before") {
    state.front = isRule ? "inside" : "over";
    return isRule;
  }
  if (isRule) state.front = "over";
  else stream.skipToEnd();
  return true;
}

function inProse(stream: StringStream, state: State): string | null {
  if (stream.sol() && stream.match(/^#{1,6}\s.*/)) return "heading";
  if (stream.match("{/*")) return comment(stream);
  if (stream.match(/^<\/?[A-Za-z]\w*/)) {
    state.open.push("tag");
    return "tagName";
  }
  if (stream.match("{")) {
    state.open.push("braces");
    return "brace";
  }
  if (stream.match("$$")) {
    state.open.push("display");
    return "processingInstruction";
  }
  if (stream.match("$")) {
    state.open.push("tex");
    return "processingInstruction";
  }
  if (stream.match(/^\*\*[^*\n]+\*\*/)) return "strong";
  if (stream.match(/^\*[^*\s][^*\n]*\*/)) return "emphasis";
  if (stream.match(/^`[^`\n]+`/)) return "monospace";
  if (stream.match(/^\[[^\]\n]*\]\([^)\n]*\)/)) return "link";
  if (stream.sol() && stream.match(/^\s*([-*+]|\d+\.)\s/)) return "list";
  stream.next();
  stream.eatWhile(/[^<{$*`[]/);
  return null;
}

function comment(stream: StringStream): string {
  while (!stream.eol() && !stream.match("*/}")) stream.next();
  return "comment";
}

function inTag(stream: StringStream, state: State): string | null {
  if (stream.match(/^\/?>/)) {
    state.open.pop();
    return "tagName";
  }
  if (stream.match("{")) {
    state.open.push("braces");
    return "brace";
  }
  if (stream.match(/^["']/)) {
    state.quote = stream.current();
    state.open.push("text");
    return "string";
  }
  if (stream.match(/^[A-Za-z][\w-]*/)) return "attributeName";
  stream.next();
  return null;
}

function inText(stream: StringStream, state: State): string {
  while (!stream.eol()) {
    if (stream.next() === state.quote) {
      state.open.pop();
      break;
    }
  }
  return "string";
}

function inBraces(stream: StringStream, state: State): string | null {
  if (stream.match(/^[{}]/)) {
    if (stream.current() === "{") state.open.push("braces");
    else state.open.pop();
    return "brace";
  }
  if (stream.match(/^["'`]/)) {
    state.quote = stream.current();
    state.open.push("text");
    return "string";
  }
  if (stream.match(/^\d+(\.\d+)?(e[+-]?\d+)?/i)) return "number";
  if (stream.match(/^[A-Za-z_]\w*(?=\s*\()/)) return "variableName.function";
  if (stream.match(/^[A-Za-z_]\w*(?=\s*:)/)) return "propertyName";
  if (stream.match(/^[A-Za-z_]\w*/)) return "variableName";
  if (stream.match(/^[-+*/%<>=!&|?:]+/)) return "operator";
  stream.next();
  return null;
}

function inTex(stream: StringStream, state: State): string {
  const isDisplay = inner(state) === "display";
  if (stream.match(isDisplay ? "$$" : "$")) {
    state.open.pop();
    return "processingInstruction";
  }
  if (stream.match(/^\\val(?=\{)/)) return "macroName";
  if (stream.match(/^\\([A-Za-z]+|.)/)) return "keyword";
  stream.next();
  stream.eatWhile(/[^\\$]/);
  return "atom";
}
