/** How an element begins, as a snippet: the cursor stops where the writer goes on, then at every text, brace and inside that
 *  is still empty. */
export const snippetOf = (begins: string): string =>
  begins
    .replaceAll("{", "\\{")
    .replaceAll('""', '"#{}"')
    .replaceAll(/\\\{ *\}/g, "\\{#{}}")
    .replaceAll("[]", "[#{}]")
    .replaceAll("></", ">#{}</")
    .replaceAll("\n\n</", "\n#{}\n</")
    .replace("|", "#{}");
