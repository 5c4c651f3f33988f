import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLearner } from "@/lib/auth/guest";
import { HistoryView } from "@/lib/course/HistoryView";
import { findHistory } from "@/lib/course/history";
import { isId } from "@/lib/course/id";

export const metadata: Metadata = { title: "What you sent" };

interface Props {
  params: Promise<{ exercise: string }>;
}

export default async function OwnHistoryPage({ params }: Props) {
  const { exercise } = await params;
  const { userId } = await getLearner();
  const history = userId && isId(exercise) ? await findHistory(userId, exercise) : null;
  if (!history) notFound();
  return <HistoryView history={history} back={{ href: "/progress", label: "Your progress" }} />;
}
