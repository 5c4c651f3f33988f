import type { LessonLine } from "@/lib/authoring/overview";
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
      <table className="w-full min-w-xl text-left text-sm">
        <TableHead heads={["Lesson", "State", "Check", "Changed", "Order"]}>
          <th scope="col">
            <span className="sr-only">More</span>
          </th>
        </TableHead>
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
        <span className="text-muted text-xs">{folder}</span>
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
      <td className="py-1.5">
        <details>
          <summary className="cursor-pointer text-accent">
            More<span className="sr-only"> for {title}</span>
          </summary>
          {lesson.state === "new" ? <AddressForm {...{ course, folder }} /> : null}
          <form action={arrangeLesson} className="my-2">
            <Place {...{ course, folder }} />
            <Button type="submit" name="do" value="remove" size="small">
              Remove<span className="sr-only"> {title}</span>
            </Button>
          </form>
        </details>
      </td>
    </tr>
  );
}

/** Which lesson a form is about. */
export const Place = ({ course, folder }: { course: string; folder: string }) => (
  <>
    <input type="hidden" name="course" value={course} />
    <input type="hidden" name="folder" value={folder} />
  </>
);
