import clsx from "clsx";
import { Logo } from "./Logo";

interface SiteHeaderProps {
  viewer: { name: string; role: "student" | "instructor" | "admin" } | null;
  signOut: () => Promise<void>;
  /** How many skills are due for review. */
  due: number;
}

const link = "rounded-sm px-2 py-1.5 text-ink hover:bg-accent-soft";

/** The line above every page: where to go, and who is signed in. */
export function SiteHeader({ viewer, signOut, due }: SiteHeaderProps) {
  return (
    <header className="border-line border-b font-sans text-sm">
      <nav
        aria-label="Site"
        className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-1 gap-y-1 px-2 py-2 sm:px-4"
      >
        <a href="/" className="mr-auto flex items-center gap-2 px-2 py-1.5 font-semibold text-base">
          <Logo /> Chainrule
        </a>
        <a href="/review" className={link}>
          Review
          {due > 0 ? (
            <span className="ml-1.5 rounded-full bg-accent px-1.5 py-0.5 font-medium text-paper text-xs tabular-nums">
              {due}
              <span className="sr-only"> due</span>
            </span>
          ) : null}
        </a>
        <a href="/progress" className={link}>
          Progress
        </a>
        {viewer && viewer.role !== "student" ? (
          <a href="/sections" className={link}>
            Sections
          </a>
        ) : null}
        {viewer ? (
          <form action={signOut} className="flex items-center">
            <a href="/account" className={clsx(link, "max-w-40 truncate")}>
              {viewer.name}
            </a>
            <button type="submit" className={link}>
              Sign out
            </button>
          </form>
        ) : (
          <a href="/sign-in" className={link}>
            Sign in
          </a>
        )}
      </nav>
    </header>
  );
}
