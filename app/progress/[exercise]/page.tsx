import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLearner } from "@/lib/auth/guest";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";
import { isId } from "@/lib/course/id";
import { pageOf } from "@/lib/course/page-of";

export const metadata: Metadata = { title: "What you sent" };

interface Props {
  params: Promise<{ exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function OwnHistoryPage({ params, searchParams }: Props) {
  const { exercise } = await params;
  const { userId } = await getLearner();
  const page = pageOf(await searchParams);
  const history = userId && isId(exercise) ? await findHistory(userId, exercise, page) : null;
  if (!history) notFound();
  const back = { href: "/progress", label: "Your progress" };
  return <HistoryView history={history} href={`/progress/${exercise}`} back={back} />;
}
