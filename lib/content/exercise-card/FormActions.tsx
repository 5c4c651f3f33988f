import type { MouseEvent, ReactNode, RefObject } from "react";
import { Button, LinkButton } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";
import type { ExerciseFormProps } from "./form-props";
import type { SubmissionReply } from "./send";
import type { Lead } from "./way";

interface FormActionsProps extends Pick<ExerciseFormProps, "graded" | "renewal"> {
  readonly several: boolean;
  readonly busy: boolean;
  readonly standing: SubmissionReply["standing"];
  /** Where to go on, once it is time to. */
  readonly next: Lead | null;
  readonly nextLink: RefObject<HTMLAnchorElement | null>;
  readonly takes: boolean;
  /** Whether nothing is left to check until something else is typed. */
  readonly finished: boolean;
  readonly onRenew: (event: MouseEvent<HTMLButtonElement>) => void;
}

const renewalWords = { numbers: "New numbers", over: "Try again" } as const;

/** What can be done with the whole exercise, what comes next first. */
export function FormActions(props: FormActionsProps) {
  const { graded, renewal, several, busy, standing, next, nextLink, takes, finished, onRenew } =
    props;
  const verb = graded && !graded.tells ? "Submit" : "Check";
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-t pt-4 empty:hidden print:hidden">
      {next ? (
        <LinkButton ref={nextLink} variant="primary" href={next.href}>
          {next.words}
        </LinkButton>
      ) : null}
      {takes ? (
        <UnlessFinished finished={finished}>
          <Button
            type="submit"
            variant={next ? "secondary" : "primary"}
            aria-disabled={busy || undefined}
          >
            {busy ? "Checking…" : several ? `${verb} all` : verb}
          </Button>
        </UnlessFinished>
      ) : null}
      {renewal ? (
        <Button type="submit" formAction="/api/variants" variant="quiet" onClick={onRenew}>
          {renewalWords[renewal]}
        </Button>
      ) : null}
      {(graded?.scores ?? true) ? (
        <Meter {...standing} label={graded ? "Points" : "Score with these numbers"} />
      ) : null}
    </div>
  );
}

/** Without scripts nobody sees that something else is typed, so the button stays. */
function UnlessFinished({ finished, children }: { finished: boolean; children: ReactNode }) {
  return finished ? <noscript>{children}</noscript> : children;
}
