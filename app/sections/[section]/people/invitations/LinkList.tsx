"use client";

import { useActionState, useId, useState } from "react";
import { Button } from "@/lib/ui/button";
import { type LinksState, showLinks } from "./actions";

const none: LinksState = { links: [], csv: "" };

/** The links to hand on, once somebody asks for them. */
export function LinkList({ sectionId }: { sectionId: string }) {
  const [{ links, csv }, act, busy] = useActionState(showLinks, none);
  return (
    <div className="mt-4">
      <form action={act}>
        <input type="hidden" name="section" value={sectionId} />
        {links.length === 0 ? (
          <>
            <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
              Show the links
            </Button>
            <p className="mt-2 text-muted text-sm">
              Anyone with a link can open that account. The section’s history records that you
              looked.
            </p>
          </>
        ) : null}
      </form>
      {links.length > 0 ? (
        <>
          <CsvField csv={csv} />
          <ul className="mt-4 flex flex-col gap-3">
            {links.map((one) => (
              <LinkField key={one.email} {...one} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function LinkField({ name, email, link }: LinksState["links"][number]) {
  const id = useId();
  return (
    <li>
      <label htmlFor={id} className="text-sm">
        <span className="font-medium">{name}</span> <span className="text-muted">{email}</span>
      </label>
      <span className="mt-1 flex gap-2">
        <input
          id={id}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-8 w-full min-w-0 rounded-sm border border-line bg-card px-2 font-mono text-xs"
        />
        <CopyButton text={link} label={`Copy the link of ${name}`} />
      </span>
    </li>
  );
}

function CsvField({ csv }: { csv: string }) {
  const id = useId();
  return (
    <details>
      <summary className="cursor-pointer font-medium text-sm">All as CSV</summary>
      <label htmlFor={id} className="sr-only">
        All links as CSV
      </label>
      <textarea
        id={id}
        readOnly
        rows={6}
        value={csv}
        className="mt-2 block w-full rounded-sm border border-line bg-card px-2 py-1 font-mono text-xs"
      />
      <CopyButton text={csv} label="Copy all as CSV">
        Copy all as CSV
      </CopyButton>
    </details>
  );
}

function CopyButton({
  text,
  label,
  children = "Copy",
}: {
  text: string;
  label: string;
  children?: string;
}) {
  const [copied, setCopied] = useState(false);
  // Where a browser has no clipboard for us, the field can still be selected.
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <Button size="small" aria-label={copied ? `${label}: copied` : label} onClick={copy}>
      {copied ? "Copied" : children}
    </Button>
  );
}
