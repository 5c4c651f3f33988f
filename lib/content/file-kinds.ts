import { isSvgText } from "./svg";

/** What a file beside a lesson may be. */
export interface FileKind {
  /** As browsers are told it. */
  readonly type: string;
  /** Whether it can stand in a text as a picture. */
  readonly image: boolean;
  /** Whether a file of this name says what its name says: names are typed, contents are made by programs. */
  readonly holds: (bytes: Uint8Array) => boolean;
}

const picture = (type: string, holds: FileKind["holds"]): FileKind => ({
  type: `image/${type}`,
  image: true,
  holds,
});

const jpeg = picture("jpeg", (bytes) => begins(bytes, "\xff\xd8\xff"));

const data = (type: string, holds: FileKind["holds"]): FileKind => ({ type, image: false, holds });

const kinds: ReadonlyMap<string, FileKind> = new Map([
  ["png", picture("png", (bytes) => begins(bytes, "\x89PNG\r\n\x1a\n"))],
  ["jpg", jpeg],
  ["jpeg", jpeg],
  ["gif", picture("gif", (bytes) => begins(bytes, "GIF87a") || begins(bytes, "GIF89a"))],
  ["webp", picture("webp", (bytes) => begins(bytes, "RIFF") && begins(bytes.subarray(8), "WEBP"))],
  ["svg", picture("svg+xml", (bytes) => isSvgText(textOf(bytes) ?? ""))],
  ["csv", data("text/csv; charset=utf-8", (bytes) => textOf(bytes) !== undefined)],
  ["txt", data("text/plain; charset=utf-8", (bytes) => textOf(bytes) !== undefined)],
  ["json", data("application/json", isJson)],
  ["pdf", data("application/pdf", (bytes) => begins(bytes, "%PDF-"))],
]);

const extensions = [...kinds.keys()];

/** The extensions of files that may stand beside a lesson, in a sentence. */
export const fileExtensions = `${extensions.slice(0, -1).join(", ")} or ${extensions.at(-1)}`;

/** The same for pictures alone. */
export const imageExtensions = extensions
  .filter((extension) => kinds.get(extension)?.image)
  .join(", ")
  .replace(/, (\w+)$/, " or $1");

/** A file's extension in small letters; "" where its name has none. */
export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** What a file is by its name; undefined where nothing of that name stands beside a lesson. */
export const kindOf = (name: string): FileKind | undefined => kinds.get(extensionOf(name));

/** Whether the bytes begin with these characters, one a byte. */
const begins = (bytes: Uint8Array, characters: string): boolean =>
  [...characters].every((one, i) => bytes[i] === one.charCodeAt(0));

/** What the bytes say as UTF-8; undefined where they are no text. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(textOf(bytes) ?? "");
    return true;
  } catch {
    return false;
  }
}
