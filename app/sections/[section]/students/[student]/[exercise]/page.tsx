import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";

export const metadata: Metadata = { title: "What a student sent" };

interface Props {
  params: Promise<{ section: string; student: string; exercise: string }>;
}

export default async function StudentHistoryPage({ params }: Props) {
  const place = await params;
  await enter("page /sections/[section]/students/[student]/[exercise]", place);
  const { section, student, exercise } = place;
  const history = await findHistory(student, exercise);
  if (!history) notFound();
  const back = { href: `/sections/${section}`, label: "The section's scores" };
  return <HistoryView history={history} back={back} whose={history.learner.name} />;
}
