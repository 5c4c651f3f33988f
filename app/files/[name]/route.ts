import { fileReply } from "@/lib/catalogue/file-reply";

interface Context {
  params: Promise<{ name: string }>;
}

/** A picture or a file that stands beside a lesson, by what it says. */
export const GET = async (_: Request, { params }: Context): Promise<Response> =>
  fileReply((await params).name);
