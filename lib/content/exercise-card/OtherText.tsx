import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { Button } from "@/lib/ui/button";
import { WholeNumbers } from "@/lib/ui/WholeNumbers";
import { useForm } from "./form-context";

interface OtherTextProps {
  readonly part: string;
  readonly kind: KindName;
  readonly text: string;
}

/** What another window typed to a part that was typed to here as well, or what was typed before its numbers changed:
 *  neither text is lost, and the learner chooses. */
export function OtherText({ part, kind, text }: OtherTextProps) {
  const { choose } = useForm();
  const choice = (which: "take" | "settle", words: string) => (
    <Button
      type="submit"
      size="small"
      formAction="/api/drafts"
      name={which}
      value={part}
      onClick={(event) => choose(event, part, which)}
    >
      {words}
    </Button>
  );
  return (
    <fieldset
      aria-label="Also typed here"
      className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 font-sans text-sm"
    >
      <p className="min-w-0 text-muted">
        {/* Options and steps are ids, which say nothing to a reader. */}
        {kind === "choice" || kind === "ordering" ? (
          "You also gave another answer here."
        ) : (
          <>
            You also typed{" "}
            <span className="whitespace-pre-wrap break-words text-ink">
              <WholeNumbers text={text} />
            </span>{" "}
            here.
          </>
        )}
      </p>
      <span className="flex gap-2">
        {choice("take", "Use that")}
        {choice("settle", "Keep this")}
      </span>
    </fieldset>
  );
}
