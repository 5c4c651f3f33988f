import type { CohortSkill } from "@/lib/cohort/overview/skills";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

/** So many are shown at once; the others are folded. */
const firstShown = 6;

interface SectionSkillsProps {
  skills: readonly CohortSkill[];
  /** How many students the section has. */
  students: number;
}

/** How sure the section is of each skill, those it is least sure of first. */
export function SectionSkills({ skills, students }: SectionSkillsProps) {
  const tried = skills.filter((skill) => skill.tried > 0);
  const untried = skills.filter((skill) => skill.tried === 0);
  if (tried.length === 0) {
    return <p className="mt-3 text-muted text-sm">Nobody has tried a skill yet.</p>;
  }
  const others = tried.slice(firstShown);
  return (
    <>
      <p className="mt-1 max-w-4xl text-muted text-sm">
        The mean, over those who tried it, of how sure each is. Students see their own on their
        progress page, with how it is counted.
      </p>
      <SkillTable skills={tried.slice(0, firstShown)} students={students} label="Skills" />
      {others.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="text-accent">The {others.length} they are surer of</summary>
          <SkillTable skills={others} students={students} label="Further skills" />
        </details>
      ) : null}
      {untried.length > 0 ? (
        <p className="mt-3 max-w-4xl text-muted text-sm">
          Not tried by anyone yet: {untried.map(({ title }) => title).join(", ")}.
        </p>
      ) : null}
    </>
  );
}

interface SkillTableProps extends SectionSkillsProps {
  label: string;
}

function SkillTable({ skills, students, label }: SkillTableProps) {
  return (
    <ScrollBox label={`${label} of the section`} className="mt-3 max-w-4xl">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b text-muted">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Skill
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              How sure
            </th>
            {["Tried by", "Need work", "Sure"].map((name) => (
              <th key={name} scope="col" className="py-1.5 pl-4 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {skills.map(({ id, title, share, tried, needWork, sure }) => (
            <tr key={id} className="border-line border-b">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {title}
              </th>
              <td className="whitespace-nowrap py-1.5 pr-4">
                <Bar share={share} /> {percent(share)}
              </td>
              <td className="whitespace-nowrap py-1.5 pl-4 text-right">
                {tried} of {students}
              </td>
              <td className="py-1.5 pl-4 text-right">{needWork}</td>
              <td className="py-1.5 pl-4 text-right">{sure}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span
      aria-hidden="true"
      className="mr-1 hidden h-1.5 w-20 overflow-hidden rounded-full bg-line align-middle sm:inline-block"
    >
      <span className="block h-full rounded-full bg-accent" style={{ width: `${100 * share}%` }} />
    </span>
  );
}
