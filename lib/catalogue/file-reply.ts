import "server-only";
import { extensionOf, kindOf } from "@/lib/content";
import { findContent } from "./file-content";

/** Answers with the file of this name, `<id of its content>.<extension>`. It never changes, so browsers keep it. Decision
 *  039 says why its address is all it takes to see it. What browsers may do with it is in lib/access/headers.mjs. */
export async function fileReply(name: string): Promise<Response> {
  const [, id = ""] = /^([0-9a-f]{64})\.[a-z]+$/.exec(name) ?? [];
  const kind = kindOf(name);
  // Nothing is given out as what it is not: that was looked at when it was put there.
  const bytes = kind && id ? await findContent(id, extensionOf(name)) : null;
  if (!kind || !bytes) return nothing();
  return new Response(bytes, {
    headers: {
      "Content-Type": kind.type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": kind.image ? "inline" : "attachment",
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Robots-Tag": "noindex",
    },
  });
}

const nothing = () =>
  new Response("There is no file at this address.\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
