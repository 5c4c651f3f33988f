import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireInstructor } from "@/lib/auth/viewer";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";
import { isId } from "@/lib/course/id";
import { isStudentOf } from "@/lib/course/section";

export const metadata: Metadata = { title: "What a student sent" };

interface Props {
  params: Promise<{ section: string; student: string; exercise: string }>;
}

export default async function StudentHistoryPage({ params }: Props) {
  const { section, student, exercise } = await params;
  await requireInstructor(section);
  if (!isId(student) || !isId(exercise) || !(await isStudentOf(section, student))) notFound();
  const history = await findHistory(student, exercise);
  if (!history) notFound();
  const back = { href: `/sections/${section}`, label: "The section's scores" };
  return <HistoryView history={history} back={back} whose={history.learner.name} />;
}
