"use client";

import type { EditorView } from "@codemirror/view";
import clsx from "clsx";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { goTo, mendIssue, openEditor, showIssues } from "@/lib/authoring/editor/open-editor";
import { opened, type Standing } from "@/lib/authoring/editor/standing";
import type { Vocabulary } from "@/lib/authoring/editor/vocabulary";
import { buttonClass, LinkButton } from "@/lib/ui/button";
import { IssueList } from "./IssueList";
import { LessonPlace } from "./LessonPlace";
import { PreviewPane } from "./PreviewPane";
import { StandingLine } from "./StandingLine";
import { type AskPreview, usePreview } from "./use-preview";

interface LessonEditorProps {
  course: string;
  /** What the course is called. */
  of: string;
  /** What the lesson is called. */
  title: string;
  /** The file's id. */
  id: string;
  path: string;
  text: string;
  version: number;
  vocabulary: Vocabulary;
  ask: AskPreview;
  /** The line that the cursor is put at, from 1. */
  beginsAt?: number | undefined;
  /** What there is without scripts. */
  children: ReactNode;
}

/** A lesson's text to be written, and beside it what its readers will see: on a phone one or the other. */
export function LessonEditor({
  course,
  of,
  title,
  id,
  path,
  text,
  version,
  vocabulary,
  ask,
  beginsAt,
  children,
}: LessonEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const [standing, setStanding] = useState<Standing>(opened);
  const [folder, setFolder] = useState(folderOf(path));
  const [line, setLine] = useState(beginsAt);
  const [side, setSide] = useState<"text" | "preview">("text");
  const { preview, kept, set, setSet, look, isStale, isMissing } = usePreview(ask, {
    course,
    folder,
    text,
  });
  useEffect(() => {
    const address = `/write/${course}/text`;
    const onPath = (now: string) => setFolder(folderOf(now));
    const view = openEditor(place.current!, {
      text,
      vocabulary,
      label: "The lesson’s text",
      remote: { address, file: id, version, tell: setStanding, onPath },
      onMove: (now, at) => {
        setLine(at);
        look(now, at);
      },
    });
    editor.current = view;
    if (beginsAt !== undefined) goTo(view, beginsAt);
    return () => view.destroy();
  }, [course, id, text, version, vocabulary, look, beginsAt]);
  const issues = preview?.issues;
  const [fixes, setFixes] = useState<readonly (string | undefined)[]>([]);
  useEffect(() => {
    if (editor.current && issues) setFixes(showIssues(editor.current, issues));
  }, [issues]);
  const go = (line: number, column?: number) => {
    setSide("text");
    if (editor.current) goTo(editor.current, line, column);
  };
  return (
    <>
      <LessonPlace {...{ course, of, folder, title }} />
      {children}
      <div className="noscript:hidden">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <StandingLine standing={standing} />
          <LinkButton
            size="small"
            className="ml-auto"
            href={`/write/${course}/lessons/${folder}/new${line ? `?line=${line}` : ""}`}
          >
            New exercise
          </LinkButton>
          <fieldset className="flex gap-1 lg:hidden">
            <legend className="sr-only">What to show</legend>
            {(["text", "preview"] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={side === one}
                className={buttonClass({
                  size: "small",
                  variant: side === one ? "primary" : "secondary",
                })}
                onClick={() => setSide(one)}
              >
                {one === "text" ? "Text" : "Preview"}
              </button>
            ))}
          </fieldset>
        </div>
        <div className="mt-2 grid gap-6 lg:grid-cols-2">
          <div className={clsx("min-w-0", side !== "text" && "max-lg:hidden")}>
            <div
              ref={place}
              className="overflow-hidden rounded-sm border border-line bg-card text-sm [&_.cm-editor]:max-h-[calc(100dvh-12rem)] [&_.cm-editor]:min-h-96 [&_.cm-scroller]:overflow-auto"
            />
            <IssueList
              issues={preview?.issues ?? []}
              fixes={fixes}
              onChoose={go}
              onMend={(issue) => editor.current && mendIssue(editor.current, issue)}
            />
          </div>
          <div className={clsx("min-w-0", side !== "preview" && "max-lg:hidden")}>
            <PreviewPane
              {...{ preview, kept, set, isStale, isMissing }}
              onSet={setSet}
              onChoose={go}
            />
          </div>
        </div>
      </div>
    </>
  );
}

const folderOf = (path: string) => path.split("/")[0] ?? "";
