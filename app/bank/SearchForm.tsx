import type { ReactNode } from "react";
import type { BankCourse } from "@/lib/authoring/bank/courses";
import { type BankQuery, kindTitles, levels, uses } from "@/lib/authoring/bank/query";
import { architectures } from "@/lib/catalogue/architectures";
import { Button } from "@/lib/ui/button";

interface SearchFormProps {
  query: BankQuery;
  courses: readonly BankCourse[];
}

const field =
  "mt-1 block min-h-9 w-full min-w-0 rounded-sm border border-line bg-card px-2 text-sm max-sm:min-h-10 max-sm:text-base";

/** What to look for. It is sent as an address, so that a search can be kept and sent on. */
export function SearchForm({ query, courses }: SearchFormProps) {
  const kinds = Object.entries(kindTitles).map(([name, title]) => ({ name, title }));
  return (
    <form action="/bank" className="mt-6">
      {query.to ? <input type="hidden" name="to" value={query.to} /> : null}
      <div className="flex items-end gap-3">
        <label className="min-w-0 grow font-medium text-sm sm:max-w-xl">
          Words of the title, the text or the id
          <input
            type="search"
            name="find"
            defaultValue={query.find}
            className={`${field} min-h-10`}
          />
        </label>
        <Button type="submit" variant="primary">
          Find
        </Button>
      </div>
      <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-8">
        <Select label="Course" name="course" value={query.course}>
          {courses.map(({ slug, title }) => option(slug, title))}
        </Select>
        <Select label="Lesson" name="lesson" value={query.lesson}>
          {courses.map(({ id, title, lessons }) => (
            <optgroup key={id} label={title}>
              {lessons.map((lesson) => option(lesson.id, lesson.title))}
            </optgroup>
          ))}
        </Select>
        <Select label="Skill" name="skill" value={query.skill}>
          {courses.map(({ id, title, skills }) => (
            <optgroup key={id} label={title}>
              {skills.map((skill) => option(skill.id, skill.title))}
            </optgroup>
          ))}
        </Select>
        <Select label="Answered by" name="kind" value={query.kind}>
          {kinds.map(({ name, title }) => option(name, title))}
        </Select>
        <Select label="Architecture" name="architecture" value={query.architecture}>
          {architectures.map(({ name, title }) => option(name, title))}
        </Select>
        <Select label="First try" name="level" value={query.level}>
          {levels.map(({ name, title }) => option(name, title))}
          {option("unmeasured", "Not measured yet")}
        </Select>
        <Select label="Used" name="used" value={query.used}>
          {uses.map(({ name, title }) => option(name, title))}
        </Select>
        <label className="flex items-center gap-2 self-end pb-2 text-sm">
          <input type="checkbox" name="retired" value="1" defaultChecked={query.retired} />
          Retired ones
        </label>
      </div>
    </form>
  );
}

const option = (value: string, text: string) => (
  <option key={value} value={value}>
    {text}
  </option>
);

function Select({
  label,
  name,
  value,
  children,
}: {
  label: string;
  name: string;
  value: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className="min-w-0 font-medium text-sm">
      {label}
      <select name={name} defaultValue={value ?? ""} className={field}>
        <option value="">Any</option>
        {children}
      </select>
    </label>
  );
}
