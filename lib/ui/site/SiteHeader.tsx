import clsx from "clsx";
import { Logo } from "./Logo";

interface SiteViewer {
  name: string;
  role: "student" | "instructor" | "admin";
  /** Whether they may teach, or write a course. */
  writes?: boolean;
}

interface SiteHeaderProps {
  viewer: SiteViewer | null;
  signOut: () => Promise<void>;
  /** How many skills are due for review. */
  due: number;
}

const link = "rounded-sm px-2 py-1.5 text-ink hover:bg-accent-soft";

/** Where there is no room for it in the line, the list opens below it, without scripts too. */
const list =
  "fixed inset-[3.5rem_0.5rem_auto_auto] m-0 min-w-48 flex-col gap-1 rounded-md border border-line bg-paper p-2 text-ink " +
  "shadow-lg open:flex md:static md:flex md:min-w-0 md:flex-row md:items-center md:border-0 md:bg-transparent md:p-0 " +
  "md:shadow-none";

/** The line above every page: where to go, and who is signed in. On a phone the list of places folds into a menu, so that
 *  it stays one line. */
export function SiteHeader({ viewer, signOut, due }: SiteHeaderProps) {
  return (
    <header className="border-line border-b font-sans text-sm">
      <nav
        aria-label="Site"
        className="mx-auto flex max-w-6xl items-center gap-x-1 whitespace-nowrap px-2 py-2 sm:px-4"
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
        <button type="button" popoverTarget="site-menu" className={clsx(link, "md:hidden")}>
          Menu <span aria-hidden="true">▾</span>
        </button>
        <div id="site-menu" popover="auto" className={list}>
          <Places viewer={viewer} />
          {viewer ? (
            <form action={signOut} className="flex flex-col md:flex-row md:items-center">
              <a href="/account" className={clsx(link, "max-w-60 truncate md:max-w-40")}>
                {viewer.name}
              </a>
              <button type="submit" className={clsx(link, "text-left")}>
                Sign out
              </button>
            </form>
          ) : (
            <a href="/sign-in" className={link}>
              Sign in
            </a>
          )}
        </div>
      </nav>
    </header>
  );
}

function Places({ viewer }: Pick<SiteHeaderProps, "viewer">) {
  return (
    <>
      <a href="/progress" className={link}>
        Progress
      </a>
      {viewer ? (
        <>
          <a href="/assignments" className={link}>
            Assignments
          </a>
          <a href="/sections" className={link}>
            Sections
          </a>
        </>
      ) : null}
      {viewer?.writes ? (
        <>
          <a href="/write" className={link}>
            Write
          </a>
          <a href="/bank" className={link}>
            Bank
          </a>
        </>
      ) : null}
      {viewer?.role === "admin" ? (
        <a href="/people" className={link}>
          People
        </a>
      ) : null}
    </>
  );
}
