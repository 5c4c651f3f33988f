import "server-only";
import { eachFile } from "@/lib/authoring/files/files";

interface Pulled {
  readonly id: string;
  readonly slug: string;
  readonly version: number | null;
}

/** A course's files as its authors have them now, for a folder: what pulledForm reads, written one file after the other, so that
 *  others are served in between. */
export function pulledStream(course: Pulled): ReadableStream<Uint8Array> {
  const pieces = piecesOf(course);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* piecesOf({ id, slug, version }: Pulled): AsyncGenerator<string, undefined> {
  const about = JSON.stringify({ course: slug, version });
  yield `${about.slice(0, -1)},"files":{`;
  let between = "";
  for await (const [path, bytes] of eachFile(id)) {
    yield `${between}${JSON.stringify(path)}:"${Buffer.from(bytes).toString("base64")}"`;
    between = ",";
  }
  yield "}}";
}
