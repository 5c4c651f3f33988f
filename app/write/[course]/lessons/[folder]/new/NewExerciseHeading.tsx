import { placeText } from "@/lib/authoring/insertion-place";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";

interface NewExerciseHeadingProps {
  course: { readonly slug: string; readonly title: string };
  folder: string;
  /** The line of the lesson that the exercise goes after; none where that is its end. */
  line: number | undefined;
  /** Which of the ways to begin the page is. */
  here: "templates" | "form";
}

/** What stands above the ways to begin an exercise. */
export function NewExerciseHeading({ course, folder, line, here }: NewExerciseHeadingProps) {
  const lesson = `/write/${course.slug}/lessons/${folder}`;
  const after = line === undefined ? "" : `?line=${line}`;
  const place = placeText({ course: course.slug, folder, line });
  const ways = [
    { name: "templates", href: `${lesson}/new${after}`, title: "From a template" },
    { name: "form", href: `${lesson}/new/form${after}`, title: "From a form" },
    { name: "bank", href: `/bank?to=${encodeURIComponent(place)}`, title: "From the bank" },
  ];
  return (
    <>
      <Breadcrumb
        above={[
          { href: `/write/${course.slug}`, label: course.title },
          { href: lesson, label: folder },
        ]}
        here="New exercise"
      />
      <h1 className="mt-1 font-semibold font-serif text-3xl">New exercise</h1>
      <nav
        aria-label="Ways to begin"
        className="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-line border-b max-sm:gap-x-4 max-sm:text-sm"
      >
        {ways.map(({ name, href, title }) => (
          <a
            key={name}
            href={href}
            aria-current={name === here ? "page" : undefined}
            className="-mb-px border-transparent border-b-2 py-2 aria-[current=page]:border-accent aria-[current=page]:font-medium"
          >
            {title}
          </a>
        ))}
      </nav>
    </>
  );
}
