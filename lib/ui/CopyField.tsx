"use client";

import { useId, useState } from "react";
import { Button } from "./button";

interface CopyFieldProps {
  label: string;
  text: string;
  rows: number;
}

/** A text to take elsewhere. Without scripts it can be selected all the same. */
export function CopyField({ label, text, rows }: CopyFieldProps) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <div>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <span className="mt-1 flex items-start gap-2">
        <textarea
          id={id}
          readOnly
          rows={rows}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="block w-full min-w-0 rounded-sm border border-line bg-card px-2 py-1 font-mono text-xs"
        />
        <Button
          size="small"
          aria-label={copied ? `${label}: copied` : `Copy: ${label}`}
          onClick={copy}
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      </span>
    </div>
  );
}
