import { DueList } from "@/app/assignments/DueList";
import { LessonRow } from "@/app/LessonRow";
import type { DueWork } from "@/lib/assessment/due/due-entry";
import { dayText } from "@/lib/cohort/change-words";
import type { StudentSectionEntry } from "@/lib/cohort/student-section";
import { Meter } from "@/lib/ui/Meter";

interface StudentSectionProps {
  section: StudentSectionEntry;
  due: readonly DueWork[];
  /** Whether an assignment leads to where it is answered. */
  links?: boolean;
  /** Whether a heading stands above that names the section already. */
  below?: boolean;
}

/** A section as one of its students sees it. */
export function StudentSection({ section, due, links, below = false }: StudentSectionProps) {
  const { name, course, lessons } = section;
  const Heading = below ? "h2" : "h1";
  const dates = datesText(section);
  const earned = lessons.reduce((sum, lesson) => sum + lesson.earned, 0);
  const possible = lessons.reduce((sum, lesson) => sum + lesson.possible, 0);
  return (
    <>
      <p className="text-muted text-sm">
        <a href={`/courses/${course.slug}`} className="underline underline-offset-2">
          {course.title}
        </a>
      </p>
      <Heading className="break-words font-semibold font-serif text-3xl">{name}</Heading>
      {dates ? <p className="mt-2">{dates}</p> : null}
      <Staff staff={section.staff} />
      {due.length > 0 ? (
        <>
          <h2 className="mt-10 font-semibold text-xl">Assignments</h2>
          <div className="*:first:mt-3">
            <DueList works={due} level={3} links={links} />
          </div>
        </>
      ) : null}
      <div className="mt-10 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-xl">Lessons</h2>
        <Meter earned={earned} possible={possible} label="In all lessons" />
      </div>
      <ol className="mt-3 border-line border-t">
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} course={course.slug} lesson={lesson} />
        ))}
      </ol>
    </>
  );
}

function Staff({ staff }: Pick<StudentSectionEntry, "staff">) {
  if (staff.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
      {staff.map(({ name, role }, i) => (
        <li key={i}>
          {name} <span className="text-muted text-sm">{role}</span>
        </li>
      ))}
    </ul>
  );
}

function datesText({ startsOn, endsOn }: StudentSectionEntry): string | null {
  if (startsOn && endsOn) return `${dayText(startsOn)} to ${dayText(endsOn)}`;
  if (startsOn) return `From ${dayText(startsOn)}`;
  return endsOn && `Until ${dayText(endsOn)}`;
}
