import type { Element, ElementContent, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ReactNode } from "react";
import { videoAddress } from "./video-url";

/** A video a lesson offers and never depends on. Nothing is asked of its host until the reader says so; children
 *  are its transcript. It needs no script of ours. */
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

/** A page of our own in the frame, with a link that leads the frame, and it alone, on to the video. */
function Frame({ title, src, watch, host }: FrameProps) {
  return (
    <>
      <iframe
        srcDoc={invitation(title, src)}
        title={title}
        className="aspect-video w-full rounded-sm border border-line"
        allow="autoplay; fullscreen; picture-in-picture"
        allowFullScreen
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      />
      <p className="mt-2 text-muted text-sm">
        Playing it loads a page from {host}, which then knows that you’re watching. Or{" "}
        <a href={watch} rel="noreferrer" className="text-accent underline underline-offset-2">
          open it on {host}
        </a>
        .
      </p>
    </>
  );
}

const look =
  ":root{color-scheme:light dark}body{display:grid;place-items:center;height:100vh;margin:0;font:600 1rem system-ui,sans-serif}" +
  "a{padding:.6em 1.1em;border-radius:4px;color:#fff;background:#1c5a9e;text-decoration:none}";

function invitation(title: string, src: string): string {
  return toHtml([
    { type: "doctype" },
    h("html", { lang: "en" }, [
      h("head", {}, [h("title", {}, [words(title)]), h("style", {}, [words(look)])]),
      h("body", {}, [h("a", { href: src }, [words(`▶ Play the video: ${title}`)])]),
    ]),
  ]);
}

const words = (value: string) => ({ type: "text" as const, value });

const h = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});
