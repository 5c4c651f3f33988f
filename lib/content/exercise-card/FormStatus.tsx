import clsx from "clsx";
import { useRef } from "react";
import type { Told } from "./form-state";
import { useRoomBelow } from "./use-room-below";

interface FormStatusProps {
  readonly told: Told | null;
  /** For screen readers. */
  readonly said: string;
  /** Where a visitor who signs in again comes back to. */
  readonly back: string;
}

/** What is told of the whole exercise: to screen readers the result, to all what went wrong and what other windows did.
 *  It stays in view while its exercise is, since the button that was pressed may stand far above; no field that has the
 *  focus is under it. */
export function FormStatus({ told, said, back }: FormStatusProps) {
  const box = useRef<HTMLParagraphElement>(null);
  useRoomBelow(box, told);
  return (
    <p
      ref={box}
      role="status"
      className={
        told
          ? clsx(
              "sticky bottom-2 z-10 mt-4 rounded-md border border-line bg-card px-3 py-2 font-sans text-sm shadow-sm",
              told.tone === "bad" ? "text-bad" : "text-muted",
            )
          : "sr-only"
      }
    >
      {told && said ? <span className="sr-only">{said} </span> : null}
      {told?.html ? <span dangerouslySetInnerHTML={{ __html: told.html }} /> : (told?.text ?? said)}
      {told?.signIn ? (
        <>
          {" "}
          <a
            href={`/sign-in?next=${encodeURIComponent(back)}`}
            className="underline underline-offset-2"
          >
            Sign in again
          </a>
        </>
      ) : null}
    </p>
  );
}
