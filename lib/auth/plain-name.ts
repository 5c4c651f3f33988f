/** Characters that show nothing, or turn what stands beside them: zero-width ones, direction marks, fillers, tags. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu;

/** Scripts whose words are written with joiners and non-joiners, which are invisible and yet spelling. */
const joined =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Mongolian}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Telugu}]/u;

/** Text as a person reads it: without what is invisible or turns the direction of what follows, but for what the
 *  spelling of its script needs: joiners between letters of scripts that join, and the form of a Han character. */
export function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(invisible, (mark, at: number) => {
    const before = text.slice(Math.max(0, at - 2), at).match(/.$/u)?.[0] ?? "";
    const after = text.slice(at + mark.length, at + mark.length + 2).match(/^./u)?.[0] ?? "";
    const joins = /^[\u200c\u200d]$/.test(mark) && joined.test(before) && joined.test(after);
    const isForm = /^[\u{e0100}-\u{e01ef}]$/u.test(mark) && /\p{Script=Han}/u.test(before);
    return joins || isForm ? mark : "";
  });
}

/** A person's name as we keep it: on one line, and nothing in it but what shows. Empty where nothing does. */
export function plainName(text: string): string {
  return withoutInvisible(text)
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}
