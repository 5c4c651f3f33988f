import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterCourse } from "@/lib/access/enter-course";
import { findGlossary } from "@/lib/catalogue/glossary";
import { markdownToHtml } from "@/lib/content";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";

export const metadata: Metadata = { title: "Glossary" };

export default async function GlossaryPage({ params }: { params: Promise<{ course: string }> }) {
  const { course: slug } = await params;
  await enterCourse("page /courses/[course]/glossary", slug);
  const glossary = await findGlossary(slug);
  if (!glossary) notFound();
  return (
    <div className="mx-auto max-w-2xl pt-10">
      <Breadcrumb
        above={[
          { href: "/", label: "Home" },
          { href: `/courses/${slug}`, label: glossary.course.title },
        ]}
        here="Glossary"
      />
      <h1 className="mt-1 font-semibold font-serif text-4xl tracking-tight">Glossary</h1>
      <dl className="prose mt-8">
        {glossary.terms.map(({ id, term, means, example, lesson }) => (
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
              {example ? (
                <div
                  className="mt-1"
                  dangerouslySetInnerHTML={{ __html: markdownToHtml(example) }}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
