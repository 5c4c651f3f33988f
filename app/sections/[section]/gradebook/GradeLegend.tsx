/** What the gradebook's cells mean. */
export function GradeLegend() {
  return (
    <p className="mt-3 max-w-3xl text-muted text-sm">
      <em>Not yet</em> and <em>so far</em>: it doesn’t count for this student yet. <em>Dropped</em>:
      one of their lowest in its category. ✎: the mark was given by staff. Press the arrow keys to
      move, Enter to open a student’s work.
    </p>
  );
}
