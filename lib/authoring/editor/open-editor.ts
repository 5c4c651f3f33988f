import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import {
  type Action,
  type Diagnostic,
  lintGutter,
  lintKeymap,
  setDiagnostics,
} from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Issue } from "@/lib/exercise";
import { docsAddressesIn } from "@/lib/ui/docs-address";
import { cleanInput } from "./clean-input";
import { completion } from "./complete";
import type { QuickFix } from "./fix";
import { looks } from "./looks";
import { mdxMode } from "./mdx-mode";
import { quickFixFor } from "./quick-fix";
import { remote } from "./remote";
import type { Vocabulary } from "./vocabulary";

interface Opening {
  readonly text: string;
  /** What a lesson is made of; without it the text is plain, such as YAML. */
  readonly vocabulary?: Vocabulary;
  /** What a screen reader calls the text. */
  readonly label: string;
  readonly remote: Parameters<typeof remote>[0];
  /** Called when the text or the cursor's line is another. */
  readonly onMove: (text: string, line: number) => void;
}

/** Opens an editor for a text in an element. Escape and then Tab leaves it, as a keyboard alone must be able to. */
export function openEditor(parent: HTMLElement, { text, ...opening }: Opening): EditorView {
  const state = EditorState.create({
    doc: text,
    extensions: [
      // A carriage return stays in its line, so that what is saved has the bytes that were loaded.
      EditorState.lineSeparator.of("\n"),
      cleanInput,
      EditorState.tabSize.of(2),
      indentUnit.of("  "),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": opening.label,
        "aria-description": "Press Escape, then Tab, to leave it.",
      }),
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      bracketMatching(),
      closeBrackets(),
      opening.vocabulary ? [completion(opening.vocabulary), mdxMode] : [],
      looks,
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...searchKeymap,
        ...historyKeymap,
        indentWithTab,
        ...defaultKeymap,
      ]),
      remote(opening.remote),
      EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
        if (docChanged || selectionSet) opening.onMove(...placeIn(state));
      }),
    ],
  });
  return new EditorView({ state, parent });
}

/** The text, and the cursor's line, from 1. */
export const placeIn = ({ doc, selection }: EditorState): [text: string, line: number] => [
  doc.toString(),
  doc.lineAt(selection.main.head).number,
];

/** Underlines what has to be mended, and says how. Gives for each what a button says that mends it, where there is one. */
export function showIssues(
  view: EditorView,
  issues: readonly Issue[],
): readonly (string | undefined)[] {
  const { doc } = view.state;
  const diagnostics = issues.map(({ line, column, message, mend }): Diagnostic => {
    const { from, to: end } = placeOf(view.state, { line, column });
    const word = /^[^\s>={}]+/.exec(doc.sliceString(from, end))?.[0].length ?? 0;
    const to = Math.max(from + word, Math.min(from + 1, end));
    const fix = quickFixFor(doc.toString(), from, { message, mend });
    const actions = fix ? [actionOf(fix)] : [];
    const words = `${sentence(message)} ${mend}`;
    const renderMessage = () => withLinks(words);
    return { from, to, severity: "error", message: words, renderMessage, actions };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
  return diagnostics.map(({ actions }) => actions?.[0]?.name);
}

/** Words whose addresses of the docs are links. */
function withLinks(words: string): HTMLElement {
  const shown = document.createElement("span");
  for (const { text, isAddress } of docsAddressesIn(words)) {
    shown.append(isAddress ? linkTo(text) : text);
  }
  return shown;
}

function linkTo(address: string): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = address;
  return link;
}

/** Mends an issue by itself, where it still stands in the text. */
export function mendIssue(view: EditorView, issue: Issue): void {
  const { from } = placeOf(view.state, issue);
  const fix = quickFixFor(view.state.doc.toString(), from, issue);
  if (fix) actionOf(fix).apply(view, from, from);
}

/** Where a place is, and where its line ends. */
function placeOf({ doc }: EditorState, { line, column }: Pick<Issue, "line" | "column">) {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  return { from: Math.min(at.from + column - 1, at.to), to: at.to };
}

const actionOf = ({ name, changes }: QuickFix): Action => ({
  name,
  apply: (view) => view.dispatch({ changes: [...changes], userEvent: "input.fix" }),
});

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Puts the cursor at a place, and the place in sight. */
export function goTo(view: EditorView, line: number, column = 1): void {
  const { doc } = view.state;
  const at = doc.line(Math.min(line, doc.lines));
  const anchor = Math.min(at.from + column - 1, at.to);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: "center" }),
  });
  view.focus();
}
