import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";
import { pageOf } from "@/lib/course/page-of";

export const metadata: Metadata = { title: "What a student sent" };

interface Props {
  params: Promise<{ section: string; student: string; exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function StudentHistoryPage({ params, searchParams }: Props) {
  const place = await params;
  await enter("page /sections/[section]/students/[student]/[exercise]", place);
  const { section, student, exercise } = place;
  const history = await findHistory(student, exercise, pageOf(await searchParams));
  if (!history) notFound();
  const back = { href: `/sections/${section}`, label: "The section's scores" };
  const href = `/sections/${section}/students/${student}/${exercise}`;
  return <HistoryView history={history} href={href} back={back} whose={history.learner.name} />;
}
