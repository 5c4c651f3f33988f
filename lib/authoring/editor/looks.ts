import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.meta, color: "var(--muted)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.heading, fontWeight: "600", fontSize: "1.1em" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.tagName, tags.brace], color: "var(--accent)" },
  { tag: tags.attributeName, color: "var(--accent)" },
  { tag: [tags.string, tags.link], color: "var(--good)" },
  { tag: [tags.processingInstruction, tags.atom], color: "var(--curve-4)" },
  { tag: [tags.keyword, tags.macroName], color: "var(--curve-4)", fontWeight: "600" },
  { tag: tags.function(tags.variableName), fontWeight: "600" },
  { tag: [tags.number, tags.bool], color: "var(--bad)" },
]);

/** How the editor looks: the page's own colours, in its light and its dark. */
export const looks = [
  EditorState.phrases.of({
    next: "Next",
    previous: "Previous",
    all: "All",
    "match case": "Match case",
    regexp: "Pattern",
    "by word": "Whole words",
    replace: "Replace",
    "replace all": "Replace all",
    close: "Close",
  }),
  syntaxHighlighting(colours),
  EditorView.theme({
    "&": { color: "var(--ink)", backgroundColor: "transparent" },
    "&.cm-focused": { outline: "2px solid var(--accent)" },
    ".cm-content": {
      fontFamily: "ui-monospace, monospace",
      caretColor: "var(--ink)",
      padding: "0.5rem 0",
    },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted)", border: "none" },
    ".cm-tooltip": {
      backgroundColor: "var(--card)",
      color: "var(--ink)",
      border: "1px solid var(--line)",
    },
    ".cm-note, .cm-tooltip .cm-completionInfo": { maxWidth: "26rem", padding: "0.4rem 0.6rem" },
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
      backgroundColor: "var(--accent)",
      color: "var(--paper)",
    },
    ".cm-tooltip a": { color: "var(--accent)", textDecoration: "underline" },
    ".cm-diagnosticAction": {
      backgroundColor: "var(--accent)",
      color: "var(--paper)",
      padding: "0.2rem 0.5rem",
    },
    ".cm-panels": {
      backgroundColor: "var(--paper)",
      color: "var(--ink)",
      fontFamily: "var(--font-sans)",
    },
    ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
    ".cm-panel.cm-search": { padding: "0.5rem 2.25rem 0.5rem 0.5rem", fontSize: "0.875rem" },
    ".cm-panel.cm-search label": { fontSize: "0.875rem", whiteSpace: "nowrap" },
    ".cm-panel.cm-search [name=close]": {
      top: "0.25rem",
      right: "0.25rem",
      width: "2rem",
      height: "2rem",
      fontSize: "1.25rem",
      color: "var(--muted)",
    },
    ".cm-textfield": {
      minHeight: "2rem",
      padding: "0.25rem 0.5rem",
      fontSize: "0.875rem",
      color: "var(--ink)",
      backgroundColor: "var(--card)",
      border: "1px solid var(--line)",
      borderRadius: "0.125rem",
    },
    ".cm-button": {
      minHeight: "2rem",
      padding: "0 0.625rem",
      fontSize: "0.875rem",
      fontWeight: "500",
      color: "var(--ink)",
      backgroundColor: "var(--card)",
      backgroundImage: "none",
      border: "1px solid var(--line)",
      borderRadius: "0.125rem",
    },
    ".cm-button:hover": { borderColor: "var(--muted)" },
    ".cm-button:active": { backgroundImage: "none", backgroundColor: "var(--accent-soft)" },
    ".cm-activeLine": { backgroundColor: "var(--accent-soft)" },
    "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
      backgroundColor: "var(--line)",
    },
  }),
];
