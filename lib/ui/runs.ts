const opening = '<span class="katex-html" aria-hidden="true">';

/** KaTeX's HTML of a formula in running text, which it lets a browser break after every relation and every operator, so
 *  that a line breaks at a relation first: what stands between two relations is one `run`, which breaks only where it is
 *  wider than a line by itself. */
export function inRuns(html: string): string {
  const start = html.indexOf(opening) + opening.length;
  if (start < opening.length) return html;
  const bases = topLevel(html.slice(start));
  if (!bases || bases.parts.length < 2) return html;
  const runs: string[][] = [[]];
  for (const base of bases.parts) {
    runs.at(-1)!.push(base);
    if (!endsWithOperator.test(base)) runs.push([]);
  }
  const grouped = runs
    .filter((run) => run.length > 0)
    .map((run) => (run.length > 1 ? `<span class="run">${run.join("")}</span>` : run[0]));
  return html.slice(0, start) + grouped.join("") + html.slice(start + bases.length);
}

const endsWithOperator =
  /<span class="mbin">[^<]*<\/span><span class="mspace"[^>]*><\/span><\/span>$/;

/** The spans that stand side by side at the beginning of HTML, up to where their parent ends; undefined where something
 *  else stands among them. */
function topLevel(html: string): { parts: string[]; length: number } | undefined {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: tag, index } of html.matchAll(/<span\b|<\/span>/g)) {
    if (tag === "</span>") {
      if (depth === 0) return from === index ? { parts, length: index } : undefined;
      depth -= 1;
      if (depth > 0) continue;
      parts.push(html.slice(from, index + tag.length));
      from = index + tag.length;
    } else {
      if (depth === 0 && index !== from) return undefined;
      depth += 1;
    }
  }
  return undefined;
}
