/** Control characters but for tabs and line ends, and what turns the direction of the text around it. */
const unseen = /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What a person typed, for others to read: what cannot be seen and would act on the text around it stands as its number. */
export function visibleText(typed: string): string {
  return typed.replace(unseen, (c) => {
    const code = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}
