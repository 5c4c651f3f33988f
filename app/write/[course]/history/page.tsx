import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { listVersions } from "@/lib/authoring/history/versions";
import { LocalTime } from "@/lib/ui/LocalTime";
import { PageLinks } from "@/lib/ui/PageLinks";
import { pageOf } from "@/lib/ui/page-of";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { CourseHeading } from "../CourseHeading";

export const metadata: Metadata = { title: "History" };

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** The published versions of a course. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]/history", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const { lines, page, pages } = await listVersions(course.id, pageOf(await searchParams));
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="History" />
      {lines.length === 0 ? (
        <p className="mt-6 text-muted">Nothing is published yet.</p>
      ) : (
        <ScrollBox label="Versions" className="mt-6">
          <table className="w-full min-w-xl text-left text-sm tabular-nums">
            <TableHead heads={["Version", "What changed", "Files", "Published by", "When"]} />
            <tbody>
              {lines.map(({ number, note, by, approvedBy, at, changed }) => (
                <tr key={number} className="border-line border-b align-top">
                  <td className="py-1.5 pr-4">
                    <a
                      href={`/write/${slug}/history/${number}`}
                      className="text-accent underline underline-offset-2"
                    >
                      {number}
                    </a>
                  </td>
                  <td className="break-words py-1.5 pr-4">{note}</td>
                  <td className="py-1.5 pr-4">{changed}</td>
                  <td className="py-1.5 pr-4">
                    {by ?? "a former author"}
                    {approvedBy ? `, approved by ${approvedBy}` : ""}
                  </td>
                  <td className="py-1.5 text-muted">
                    <LocalTime at={at} zone="UTC" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <PageLinks
        page={page}
        pages={pages}
        href={`/write/${slug}/history`}
        older="Older versions"
        newer="Newer versions"
      />
    </div>
  );
}
