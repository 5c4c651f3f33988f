/** The keys of an editor that nobody guesses, below it. */
export const EditorKeys = () => (
  <p className="mt-3 text-muted text-xs noscript:hidden">
    <kbd>Ctrl</kbd>+<kbd>F</kbd> finds and replaces. <kbd>F8</kbd> goes to the next thing to mend,{" "}
    <kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>M</kbd> lists them all. <kbd>Escape</kbd>, then{" "}
    <kbd>Tab</kbd>, leaves the text. On a Mac, <kbd>Ctrl</kbd> is <kbd>⌘</kbd>.
  </p>
);
