import type { ReactNode } from "react";

/** One line of a Derivation: the maths and the words around it; `reason` says why it follows. */
export function DerivationLine({ reason, children }: { reason?: ReactNode; children: ReactNode }) {
  return (
    <li
      tabIndex={-1}
      data-line=""
      className="mt-0 flex gap-2 rounded-sm [counter-increment:line] before:mt-0.5 before:w-4 before:shrink-0 before:text-right before:font-sans before:text-sm before:leading-7 before:text-muted before:content-[counter(line)] focus:outline-2 focus:outline-offset-4 focus:outline-accent [&[hidden]]:hidden"
    >
      <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-4">
        <div className="min-w-0 flex-1 [&>*+*]:mt-2">{children}</div>
        {reason ? (
          <div className="mt-1 font-sans text-sm text-muted sm:mt-0 sm:w-48 sm:shrink-0">
            {reason}
          </div>
        ) : null}
      </div>
    </li>
  );
}
