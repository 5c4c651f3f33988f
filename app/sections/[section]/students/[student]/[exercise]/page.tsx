import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireInstructor } from "@/lib/auth/viewer";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";
import { isId } from "@/lib/course/id";
import { pageOf } from "@/lib/course/page-of";
import { isStudentOf } from "@/lib/course/section";

export const metadata: Metadata = { title: "What a student sent" };

interface Props {
  params: Promise<{ section: string; student: string; exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function StudentHistoryPage({ params, searchParams }: Props) {
  const { section, student, exercise } = await params;
  await requireInstructor(section);
  if (!isId(student) || !isId(exercise) || !(await isStudentOf(section, student))) notFound();
  const history = await findHistory(student, exercise, pageOf(await searchParams));
  if (!history) notFound();
  const back = { href: `/sections/${section}`, label: "The section's scores" };
  const href = `/sections/${section}/students/${student}/${exercise}`;
  return <HistoryView history={history} href={href} back={back} whose={history.learner.name} />;
}
