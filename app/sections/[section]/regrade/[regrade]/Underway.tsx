import { RefreshOften } from "@/lib/ui/RefreshOften";

interface UnderwayProps {
  regrade: { readonly status: string; readonly done: number; readonly total: number };
}

/** How far a regrade is. The page asks again each second until it is done; without scripts, on reload. */
export function Underway({ regrade: { status, done, total } }: UnderwayProps) {
  const doing = status === "planning" ? "Working out what it changes" : "Applying it";
  return (
    <div className="mt-8 max-w-xl">
      <RefreshOften />
      <p id="doing" role="status">
        {doing}: {done} of {total} students’ exercises.
      </p>
      <progress
        aria-labelledby="doing"
        className="mt-3 h-3 w-full accent-accent"
        value={done}
        max={Math.max(1, total)}
      />
      <p className="mt-3 text-muted text-sm">
        It goes on in the background: you can close this page and come back.
      </p>
    </div>
  );
}
