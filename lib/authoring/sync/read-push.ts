import { isModest } from "@/lib/auth/modest-json";
import { type CourseFiles, fileLimits } from "@/lib/content";
import { pushForm } from "./exchange";

/** A push as it was read. */
export interface SentPush {
  readonly base: Readonly<Record<string, string>>;
  readonly files: CourseFiles;
  readonly removed: readonly string[];
  /** What changed, in words, where it is to be published at once. */
  readonly publish?: string | undefined;
}

/** Its three lists, and what stands around them. */
const modest = { depth: 2, values: 3 * fileLimits.files + 20 };

/** What somebody pushed, from a request's body; undefined where it is no push, or more than a course has. */
export function readPush(body: Uint8Array): SentPush | undefined {
  const text = new TextDecoder().decode(body);
  if (!isModest(text, modest)) return undefined;
  const sent = pushForm.safeParse(parsed(text));
  if (!sent.success) return undefined;
  const files = Object.entries(sent.data.files);
  return { ...sent.data, files: new Map(files.map(([path, said]) => [path, bytesOf(said)])) };
}

/** What a file says. Of one that is larger than any may be, so many bytes that this shows. */
function bytesOf(base64: string): Uint8Array {
  if ((base64.length / 4) * 3 > fileLimits.file + 2) return new Uint8Array(fileLimits.file + 1);
  return new Uint8Array(Buffer.from(base64, "base64"));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
