import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { markdownToHtml } from "@/lib/content";
import { findGlossary } from "@/lib/course/glossary";

export const metadata: Metadata = { title: "Glossary" };

export default async function GlossaryPage({ params }: { params: Promise<{ course: string }> }) {
  const { course: slug } = await params;
  const glossary = await findGlossary(slug);
  if (!glossary) notFound();
  return (
    <div className="mx-auto max-w-2xl pt-10">
      <p className="font-sans text-muted text-sm">
        <a href="/" className="underline underline-offset-2">
          {glossary.course.title}
        </a>
      </p>
      <h1 className="mt-1 font-semibold font-serif text-4xl tracking-tight">Glossary</h1>
      <dl className="prose mt-8">
        {glossary.terms.map(({ id, term, means, lesson }) => (
          <div key={id} id={id} className="scroll-mt-4 target:bg-accent-soft">
            <dt className="font-sans font-semibold text-base">{term}</dt>
            <dd>
              <span dangerouslySetInnerHTML={{ __html: markdownToHtml(means) }} />
              {lesson ? (
                <>
                  {" "}
                  <a href={`/courses/${slug}/${lesson.slug}`} className="whitespace-nowrap">
                    {lesson.title}
                  </a>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
