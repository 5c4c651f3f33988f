"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icons";
import { videoAddress } from "./video-url";

/** A video a lesson offers and never depends on. Nothing is asked of its host until the reader says so; children
 *  are its transcript. Without JavaScript the link to it stands alone. */
export function Video({
  url,
  title,
  children,
}: {
  url: string;
  title: string;
  children?: ReactNode;
}) {
  const address = videoAddress(url);
  return (
    <figure className="my-6 font-sans">
      {address.status === "embed" ? (
        <Frame title={title} {...address} />
      ) : (
        <p className="rounded-sm border border-line bg-card p-4 text-sm text-muted">
          {address.message}
        </p>
      )}
      <figcaption className="mt-2 text-sm text-muted">{title}</figcaption>
      {children ? (
        <details className="mt-2 text-sm">
          <summary className="text-accent">Transcript</summary>
          <div className="mt-2 font-serif text-base">{children}</div>
        </details>
      ) : null}
    </figure>
  );
}

interface FrameProps {
  title: string;
  src: string;
  watch: string;
  host: string;
}

function Frame({ title, src, watch, host }: FrameProps) {
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <iframe
        src={src}
        title={title}
        className="aspect-video w-full rounded-sm border border-line"
        allow="autoplay; fullscreen; picture-in-picture"
        allowFullScreen
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      />
    );
  }
  return (
    <div className="flex aspect-video w-full flex-col items-center justify-center gap-3 rounded-sm border border-line bg-card p-4 text-center">
      <Button
        variant="primary"
        aria-label={`Play the video: ${title}`}
        onClick={() => setAsked(true)}
      >
        <Icon name="play" /> Play the video
      </Button>
      <p className="max-w-sm text-sm text-muted">
        Playing it loads a page from {host}, which then learns that you watch it. Or{" "}
        <a href={watch} rel="noreferrer" className="text-accent underline underline-offset-2">
          open it on {host}
        </a>
        .
      </p>
    </div>
  );
}
