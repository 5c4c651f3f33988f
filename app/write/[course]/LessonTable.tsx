import type { LessonLine } from "@/lib/authoring/course/overview";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { RefreshOften } from "@/lib/ui/RefreshOften";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { AddressForm } from "./AddressForm";
import { arrangeLesson } from "./arrange-actions";
import { lessonState } from "./state-words";

interface LessonTableProps {
  course: string;
  lessons: readonly LessonLine[];
}

/** The lessons of a course in order, how each stands, and what can be done with it. */
export function LessonTable({ course, lessons }: LessonTableProps) {
  if (lessons.length === 0)
    return <p className="mt-2 text-muted">No lessons yet. Add the first one below.</p>;
  return (
    <ScrollBox label="Lessons" className="mt-2">
      {lessons.some(({ check }) => check === "checking") ? <RefreshOften /> : null}
      {/* On a phone a lesson's state stands below its name, and when it changed is left out. */}
      <table className="w-full text-left text-sm sm:min-w-xl max-sm:[&_:is(th,td):is(:nth-child(2),:nth-child(4))]:hidden">
        <TableHead heads={["Lesson", "State", "Check", "Changed", "Order"]} />
        <tbody>
          {lessons.map((lesson, i) => (
            <LessonRow
              key={lesson.folder}
              {...{ course, lesson }}
              isFirst={i === 0}
              isLast={i === lessons.length - 1}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const checkWords = {
  passed: { words: "Passed", look: "text-good" },
  failed: { words: "Not passed", look: "text-bad" },
  checking: { words: "Checking…", look: "text-muted" },
  none: { words: "Not checked", look: "text-muted" },
} as const;

interface LessonRowProps {
  course: string;
  lesson: LessonLine;
  isFirst: boolean;
  isLast: boolean;
}

function LessonRow({ course, lesson, isFirst, isLast }: LessonRowProps) {
  const { folder, title, check, updatedAt } = lesson;
  const address = `/write/${course}/lessons/${folder}`;
  const { words, look } = checkWords[check ?? "none"];
  return (
    <tr className="border-line border-b align-top">
      <td className="py-1.5 pr-4">
        <a href={address} className="text-accent underline underline-offset-2">
          {title}
        </a>
        <br />
        <span className="text-muted text-xs">
          {folder}
          <span className="sm:hidden"> · {lessonState(lesson)}</span>
        </span>
        <More course={course} lesson={lesson} />
      </td>
      <td className="py-1.5 pr-4">{lessonState(lesson)}</td>
      <td className="whitespace-nowrap py-1.5 pr-4">
        <a href={`${address}/check`} className={`${look} underline underline-offset-2`}>
          {words}
          <span className="sr-only">: the check of {title}</span>
        </a>
      </td>
      <td className="py-1.5 pr-4 text-muted">
        <LocalTime at={updatedAt} zone="UTC" />
      </td>
      <td className="whitespace-nowrap py-1 pr-2">
        <form action={arrangeLesson} className="flex">
          <Place {...{ course, folder }} />
          <Button
            type="submit"
            name="do"
            value="up"
            size="small"
            variant="quiet"
            disabled={isFirst}
          >
            ↑<span className="sr-only">Move {title} up</span>
          </Button>
          <Button
            type="submit"
            name="do"
            value="down"
            size="small"
            variant="quiet"
            disabled={isLast}
          >
            ↓<span className="sr-only">Move {title} down</span>
          </Button>
        </form>
      </td>
    </tr>
  );
}

/** What is done with a lesson once in a while. */
function More({
  course,
  lesson: { folder, title, state, moved },
}: {
  course: string;
  lesson: LessonLine;
}) {
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-accent text-xs">
        More<span className="sr-only"> for {title}</span>
      </summary>
      <div className="my-2 flex flex-wrap items-end gap-2">
        {state === "new" && !moved ? <AddressForm {...{ course, folder }} /> : null}
        <form action={arrangeLesson}>
          <Place {...{ course, folder }} />
          <Button type="submit" name="do" value="remove" size="small">
            Remove<span className="sr-only"> {title}</span>
          </Button>
        </form>
      </div>
    </details>
  );
}

/** Which lesson a form is about. */
export const Place = ({ course, folder }: { course: string; folder: string }) => (
  <>
    <input type="hidden" name="course" value={course} />
    <input type="hidden" name="folder" value={folder} />
  </>
);
