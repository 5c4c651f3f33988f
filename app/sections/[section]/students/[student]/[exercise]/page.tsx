import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HistoryView } from "@/app/progress/[exercise]/HistoryView";
import { enter } from "@/lib/access/enter";
import { findHistory } from "@/lib/answering/history";
import { readKeys } from "@/lib/answering/variant-keys";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { pageOf } from "@/lib/ui/page-of";

export const metadata: Metadata = { title: "What a student sent" };

interface Props {
  params: Promise<{ section: string; student: string; exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** What a student practised in an exercise, for staff. Graded work has its own pages, in the gradebook. */
export default async function StudentHistoryPage({ params, searchParams }: Props) {
  const place = await params;
  await enter("page /sections/[section]/students/[student]/[exercise]", place);
  const { section, student, exercise } = place;
  const history = await findHistory(student, exercise, pageOf(await searchParams));
  if (!history) notFound();
  const [keys, graded] = await Promise.all([
    readKeys(history.variants.map(({ id }) => id)),
    findGradedSection(section),
  ]);
  const staff = { keys, timeZone: graded?.timeZone ?? "UTC" };
  const back = { href: `/sections/${section}`, label: "The section’s overview" };
  const href = `/sections/${section}/students/${student}/${exercise}`;
  const whose = history.learner.name;
  return <HistoryView history={history} href={href} back={back} whose={whose} staff={staff} />;
}
