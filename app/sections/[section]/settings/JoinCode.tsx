import { Button } from "@/lib/ui/button";
import { newCode } from "./actions";

interface JoinCodeProps {
  section: string;
  code: string | null;
}

/** The code by which students join, and the ways to change it. */
export function JoinCode({ section, code }: JoinCodeProps) {
  return (
    <div className="mt-4 max-w-md">
      {code ? (
        <>
          <p className="font-mono text-3xl tracking-wider">
            {code.slice(0, 4)}-{code.slice(4)}
          </p>
          <p className="mt-2 text-sm">
            Or by the link{" "}
            <a href={`/join/${code}`} className="text-accent underline">
              /join/{code}
            </a>
            . Anyone with an account and the code can join as a student.
          </p>
        </>
      ) : (
        <p>Nobody can join with a code right now. You can still add people from a list.</p>
      )}
      <form action={newCode} className="mt-4 flex flex-wrap gap-2">
        <input type="hidden" name="section" value={section} />
        <Button type="submit" name="open" value="yes" size="small">
          {code ? "Make a new code" : "Let people join with a code"}
        </Button>
        {code ? (
          <Button type="submit" name="open" value="no" size="small">
            Close
          </Button>
        ) : null}
      </form>
      {code ? <p className="mt-2 text-muted text-sm">The old code stops working at once.</p> : null}
    </div>
  );
}
