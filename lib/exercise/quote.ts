/** What was typed, in quotation marks and shortened. */
export function quote(typed: string): string {
  const text = typed.trim().replace(/\s+/g, " ");
  return `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;
}
