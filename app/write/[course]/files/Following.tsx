import type { FollowedRemote } from "@/lib/authoring/sync/git/remote";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { unfollow } from "./actions";
import { GitPull } from "./GitPull";
import { RemoteForm } from "./RemoteForm";

interface FollowingProps {
  readonly course: string;
  readonly remote: FollowedRemote | null;
}

/** The repository that a course follows, and how to follow one. */
export function Following({ course, remote }: FollowingProps) {
  if (!remote)
    return (
      <>
        <p className="mt-2 text-muted">
          Keep the course in a git repository, and bring in what’s new there when you like.
        </p>
        <RemoteForm course={course} remote={null} />
      </>
    );
  const { url, branch, folder, commit, pulledAt } = remote;
  return (
    <>
      <p className="mt-2 break-words">
        Follows {branch} of {url}
        {folder ? `, in ${folder}` : ""}.{" "}
        <span className="text-muted">
          {commit && pulledAt ? (
            <>
              Pulled last at <code>{commit.slice(0, 8)}</code>,{" "}
              <LocalTime at={pulledAt} zone="UTC" />.
            </>
          ) : (
            "Nothing has been pulled yet."
          )}
        </span>
      </p>
      <GitPull course={course} />
      <details className="mt-6">
        <summary className="cursor-pointer text-accent">Follow another, or none</summary>
        <RemoteForm course={course} remote={{ url, branch, folder }} />
        <form action={unfollow} className="mt-4">
          <input type="hidden" name="course" value={course} />
          <Button type="submit">Stop following</Button>
        </form>
      </details>
    </>
  );
}
