import type { AboutCourse } from "@/lib/authoring/course/about-course";
import type { WrittenCourse } from "@/lib/authoring/course/courses";

interface AudienceNoteProps {
  course: WrittenCourse;
  /** What course.yaml says now; null where it cannot be read. */
  about: AboutCourse | null;
}

/** Says who would see the course after publishing, where that is not who sees it now; loudly where it takes the course from
 *  students. */
export function AudienceNote({ course, about }: AudienceNoteProps) {
  if (!about || course.version === null) return null;
  const [before, after] = [
    reachOf(course.draft, course.seenBy),
    reachOf(about.draft, about.seenBy),
  ];
  if (before === after) return null;
  if (after > before)
    return (
      <p className="mt-2 rounded-sm bg-accent-soft px-3 py-2 text-sm">
        Publishing course.yaml opens the course to {audiences[after]}.
      </p>
    );
  return (
    <p role="alert" className="mt-2 rounded-sm bg-half-soft px-3 py-2 text-sm text-half">
      {after === 0
        ? "Publishing course.yaml takes the course from every student: it makes it a draft."
        : `Publishing course.yaml takes the course from some readers: only ${audiences[after]} will see it.`}{" "}
      <a href={`/write/${course.slug}/settings`} className="underline">
        Change it in Settings
      </a>
      , or leave course.yaml out.
    </p>
  );
}

const audiences = [
  "staff",
  "students of its sections",
  "everyone who is signed in",
  "everyone",
] as const;

const order = ["enrolled", "signed-in", "everyone"];

/** How many see a course, as a place in `audiences`. */
const reachOf = (draft: boolean, seenBy: string): number =>
  draft ? 0 : 1 + order.indexOf(seenBy === "signedIn" ? "signed-in" : seenBy);
