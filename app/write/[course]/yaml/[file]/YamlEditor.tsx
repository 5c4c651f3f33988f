"use client";

import { useEffect, useRef, useState } from "react";
import { goTo, openEditor } from "@/lib/authoring/editor/open-editor";
import { opened, type Standing } from "@/lib/authoring/editor/standing";
import { StandingLine } from "../../lessons/[folder]/StandingLine";

interface YamlEditorProps {
  course: string;
  /** The file's id. */
  id: string;
  path: string;
  text: string;
  version: number;
  /** Where to begin. */
  line: number;
}

/** A YAML file of a course to be written; authors see each other’s changes. */
export function YamlEditor({ course, id, path, text, version, line }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [standing, setStanding] = useState<Standing>(opened);
  useEffect(() => {
    const address = `/write/${course}/text`;
    const view = openEditor(place.current!, {
      text,
      label: path,
      remote: { address, file: id, version, tell: setStanding },
      onMove: () => {},
    });
    if (line > 1) goTo(view, line);
    return () => view.destroy();
  }, [course, id, path, text, version, line]);
  return (
    <>
      <StandingLine standing={standing} />
      <div
        ref={place}
        className="mt-2 overflow-hidden rounded-sm border border-line bg-card text-sm [&_.cm-editor]:max-h-[calc(100dvh-12rem)] [&_.cm-editor]:min-h-96 [&_.cm-scroller]:overflow-auto"
      />
    </>
  );
}
