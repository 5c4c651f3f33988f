import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findLiveFigures } from "@/lib/cohort/live/figures";
import { listLive } from "@/lib/cohort/live/session";
import { findSectionHead } from "@/lib/cohort/section";
import { Button, LinkButton } from "@/lib/ui/button";
import { SectionHeading } from "../SectionHeading";
import { Answer } from "./Answer";
import { stop } from "./actions";
import { EarlierSessions } from "./EarlierSessions";
import { LiveView } from "./LiveView";
import { StartForm } from "./StartForm";

export const metadata: Metadata = { title: "Live" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An exercise that the section answers together, and how it does: made to be projected. */
export default async function LivePage({ params, searchParams }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/live", { section });
  const [head, sessions, { session, answer }] = await Promise.all([
    findSectionHead(viewer, section),
    listLive(section),
    searchParams,
  ]);
  if (!head) notFound();
  const live = sessions.find(({ id, open }) => (session ? id === session : open));
  const figures = live && (await findLiveFigures(live.id));
  const here = `/sections/${section}/live`;
  const shown = answer === "shown";
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Live" />
      {live && figures ? (
        <>
          <div className="mt-8 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
            <h2 className="font-semibold font-serif text-3xl lg:text-4xl">{live.title}</h2>
            <div className="flex flex-wrap gap-2">
              <LinkButton
                href={`${here}?${new URLSearchParams({ ...(session ? { session: live.id } : {}), ...(shown ? {} : { answer: "shown" }) })}`}
              >
                {shown ? "Hide the answer" : "Show the answer"}
              </LinkButton>
              {live.open ? (
                <form action={stop}>
                  <input type="hidden" name="section" value={section} />
                  <Button type="submit" variant="primary">
                    Stop
                  </Button>
                </form>
              ) : null}
            </div>
          </div>
          {live.open ? (
            <p className="mt-2 text-lg text-muted">
              Students find it under <strong className="text-ink">Sections</strong>, at the top.
            </p>
          ) : null}
          <LiveView key={live.id} sectionId={section} start={figures} />
          {shown ? <Answer live={live} /> : null}
        </>
      ) : null}
      {live?.open ? null : <StartForm sectionId={section} />}
      <EarlierSessions
        sectionId={section}
        sessions={sessions.filter(({ id }) => id !== live?.id)}
      />
    </div>
  );
}
