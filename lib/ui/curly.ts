const opensAfter = /[\s([{“‘—–/-]$/;

/** Text with its straight quotes and apostrophes curled. `before` is what stands right before it, where it is a piece of a
 *  longer text. */
export function curly(text: string, before = ""): string {
  if (!/['"]/.test(text)) return text;
  return text.replace(/['"]/g, (sign, at: number) => {
    const left = at > 0 ? text.slice(0, at) : before;
    const opens = left === "" || opensAfter.test(left);
    if (sign === '"') return opens ? "“" : "”";
    // '90s, and a quote that nothing closes, are apostrophes.
    return opens && /^[^\d\s]/.test(text.slice(at + 1)) && text.indexOf("'", at + 1) > 0
      ? "‘"
      : "’";
  });
}
