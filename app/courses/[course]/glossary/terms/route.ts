import { mayEnterCourse } from "@/lib/access/enter-course";
import { findGlossary } from "@/lib/catalogue/glossary";
import { markdownToHtml } from "@/lib/content";

interface Context {
  params: Promise<{ course: string }>;
}

/** A course's words with what they mean, as HTML, for lessons to open them where they stand. Nothing is here for who does
 *  not see the course. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const sees = await mayEnterCourse("GET /courses/[course]/glossary/terms", slug);
  const glossary = sees ? await findGlossary(slug) : null;
  if (!glossary) return Response.json({ message: "There is no glossary here." }, { status: 404 });
  const terms = glossary.terms.map(({ id, term, means }) => [
    id,
    { term, means: markdownToHtml(means) },
  ]);
  const headers = { "Cache-Control": "private, max-age=300" };
  return Response.json(Object.fromEntries(terms), { headers });
}
