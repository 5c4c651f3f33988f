"use client";

import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { IncomingView } from "./IncomingView";
import { useIncoming } from "./use-incoming";

/** Brings into a course what the repository that it follows has now, by way of a preview. */
export function GitPull({ course }: { course: string }) {
  const { state, look, apply, leave } = useIncoming(`/api/write/${course}/git`);
  if (state.step === "told")
    return <IncomingView answer={state.answer} from="git" {...{ apply, leave }} />;
  const isBusy = state.step === "busy";
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <FormAlert message={state.step === "start" ? state.error : undefined} />
      <Button variant="primary" aria-disabled={isBusy || undefined} onClick={() => look(null)}>
        Pull from git
      </Button>
      <p role="status" className="text-muted text-sm">
        {isBusy ? "Asking the repository…" : ""}
      </p>
    </div>
  );
}
