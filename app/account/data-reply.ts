import { recordDownload } from "@/lib/account/export/record-download";
import { countDownload } from "@/lib/auth/rate-limit";

interface DataFile {
  readonly name: string;
  readonly type: string;
  readonly text: () => Promise<string>;
}

/** Somebody's data as a file, kept by no cache; or why it has to wait. */
export async function dataReply(userId: string, { name, type, text }: DataFile): Promise<Response> {
  const seconds = await countDownload(userId);
  if (seconds !== null)
    return new Response("You’ve downloaded this several times. Try again in an hour.\n", {
      status: 429,
      headers: { "Retry-After": String(seconds), "Content-Type": "text/plain; charset=utf-8" },
    });
  await recordDownload(userId, name);
  return new Response(await text(), {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
