import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { countCode, inMinutes } from "@/lib/auth/rate-limit";
import { findByCode } from "@/lib/cohort/join";
import { JoinSection } from "./JoinSection";

export const metadata: Metadata = { title: "Join a section" };

interface Props {
  params: Promise<{ code: string }>;
}

export default async function JoinPage({ params }: Props) {
  const { code } = await params;
  const viewer = await enter("page /join/[code]", { code });
  const wait = await countCode(viewer.id);
  const section = wait ? null : await findByCode(code);
  return (
    <div className="mx-auto max-w-md pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Join a section</h1>
      {wait ? <p className="mt-4">That’s a lot of codes. Try again in {inMinutes(wait)}.</p> : null}
      {section ? (
        <>
          <p className="mt-4 font-medium text-lg">{section.name}</p>
          <p className="text-muted">{section.course}</p>
          {section.instructors.length > 0 ? (
            <p className="mt-1 text-muted text-sm">Taught by {section.instructors.join(", ")}</p>
          ) : null}
          <p className="mt-4">
            Its instructors will see your name, your email and your answers in this course.
          </p>
          <JoinSection code={code} />
        </>
      ) : null}
      {!section && !wait ? (
        <p className="mt-4">
          No section has this code. It may have been replaced; ask your instructor for the current
          one, and type it at{" "}
          <a href="/sections" className="text-accent underline">
            Sections
          </a>
          .
        </p>
      ) : null}
    </div>
  );
}
