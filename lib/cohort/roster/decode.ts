export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/** The text of a file, with the lines parted by "\n" and no byte order marks (files put together have some within); or
 *  null where it's no text. Bytes that are not UTF-8 are read as Windows-1252, in which spreadsheets of western Europe
 *  save. Text is text already, of no encoding. Never throws. */
export function decode(
  input: Uint8Array | string,
): { text: string; encoding: Encoding | null } | null {
  if (typeof input === "string") return { text: plainLines(input), encoding: null };
  const [first, second] = input;
  if (first === 0xff && second === 0xfe) return utf16(input, "utf-16le");
  if (first === 0xfe && second === 0xff) return utf16(input, "utf-16be");
  if (input.includes(0)) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(input);
    return { text: plainLines(text), encoding: "utf-8" };
  } catch {
    return { text: plainLines(windows1252(input)), encoding: "windows-1252" };
  }
}

const utf16 = (bytes: Uint8Array, label: string) => ({
  text: plainLines(new TextDecoder(label).decode(bytes)),
  encoding: "utf-16" as const,
});

const plainLines = (text: string) => text.replace(/\ufeff/g, "").replace(/\r\n?/g, "\n");

/** Windows-1252 from 0x80 to 0x9f, where Node 20 decodes it as Latin-1. Five bytes of it mean nothing. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = (bytes: Uint8Array) =>
  new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (mark) => upper[mark.charCodeAt(0) - 0x80]!);
