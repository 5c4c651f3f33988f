import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findHistory } from "@/lib/answering/history";
import { getLearner } from "@/lib/auth/guest";
import { seesExercise } from "@/lib/catalogue/audience";
import { isId } from "@/lib/db/id";
import { pageOf } from "@/lib/ui/page-of";
import { HistoryView } from "./HistoryView";

export const metadata: Metadata = { title: "What you sent" };

interface Props {
  params: Promise<{ exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function OwnHistoryPage({ params, searchParams }: Props) {
  const { exercise } = await params;
  const learner = await getLearner();
  const { userId } = learner;
  const page = pageOf(await searchParams);
  const seen = isId(exercise) && (await seesExercise(learner, exercise));
  const history = userId && seen ? await findHistory(userId, exercise, page) : null;
  if (!history) notFound();
  const back = { href: "/progress", label: "Your progress" };
  return <HistoryView history={history} href={`/progress/${exercise}`} back={back} />;
}
