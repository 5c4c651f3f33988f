"use client";

import type { EditorView } from "@codemirror/view";
import { useCallback, useEffect, useRef, useState } from "react";
import type { YamlFile } from "@/lib/authoring/course/yaml-issues";
import { goTo, openEditor, showIssues } from "@/lib/authoring/editor/open-editor";
import { opened, type Standing } from "@/lib/authoring/editor/standing";
import { IssueList } from "../../lessons/[folder]/IssueList";
import { StandingLine } from "../../lessons/[folder]/StandingLine";
import { useAnswer } from "../../use-answer";
import { checkYaml } from "./actions";

interface YamlEditorProps {
  course: string;
  /** The file's id. */
  id: string;
  file: YamlFile;
  text: string;
  version: number;
  /** Where to begin. */
  line: number;
}

/** A YAML file of a course to be written; authors see each other’s changes. */
export function YamlEditor({ course, id, file, text, version, line }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const askHere = useCallback(
    (now: string) => checkYaml({ course, file, text: now }),
    [course, file],
  );
  const { answer, ask } = useAnswer(askHere, text);
  const [standing, setStanding] = useState<Standing>(opened);
  useEffect(() => {
    const address = `/write/${course}/text`;
    const view = openEditor(place.current!, {
      text,
      label: file,
      remote: { address, file: id, version, tell: setStanding },
      onMove: (now) => ask(now, { at: "a pause" }),
    });
    editor.current = view;
    if (line > 1) goTo(view, line);
    return () => view.destroy();
  }, [course, id, file, text, version, line, ask]);
  const issues = answer?.issues;
  useEffect(() => {
    if (editor.current && issues) showIssues(editor.current, issues);
  }, [issues]);
  return (
    <>
      <StandingLine standing={standing} />
      <div
        ref={place}
        className="mt-2 overflow-hidden rounded-sm border border-line bg-card text-sm [&_.cm-editor]:max-h-[calc(100dvh-12rem)] [&_.cm-editor]:min-h-96 [&_.cm-scroller]:overflow-auto"
      />
      {issues ? (
        <IssueList
          issues={issues}
          onChoose={(at, column) => editor.current && goTo(editor.current, at, column)}
        />
      ) : null}
    </>
  );
}
