import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { csvParts, csvPartWords } from "@/lib/assessment/gradebook/csv-columns";
import { Button } from "@/lib/ui/button";
import { WorkPath } from "../WorkPath";

export const metadata: Metadata = { title: "Export grades" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function ExportPage({ params }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]/gradebook/export", { section: id });
  const section = await findGradedSection(id);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <WorkPath section={section} />
      <h1 className="mt-2 font-semibold font-serif text-3xl">Export grades</h1>
      <form action={`/sections/${id}/gradebook/csv`} className="mt-6">
        <fieldset>
          <legend className="font-medium">Columns</legend>
          <ul className="mt-2">
            {csvParts.map((part) => (
              <li key={part}>
                <Tick
                  name="column"
                  value={part}
                  label={csvPartWords[part]}
                  ticked={part !== "items"}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <Tick name="removed" value="1" label="Removed students too" ticked={false} />
        <p className="mt-4 text-muted text-sm">
          Marks are points of what each heading says, and empty where nothing counts yet. Totals and
          lessons are in percent. Excel opens the file as it is. Change marks in it and{" "}
          <a
            href={`/sections/${id}/gradebook/import`}
            className="text-accent underline underline-offset-2"
          >
            import it again
          </a>{" "}
          to give them.
        </p>
        <Button type="submit" variant="primary" className="mt-4">
          Download
        </Button>
      </form>
    </div>
  );
}

interface TickProps {
  name: string;
  value: string;
  label: string;
  ticked: boolean;
}

function Tick({ name, value, label, ticked }: TickProps) {
  return (
    <label className="flex min-h-9 items-center gap-2.5">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={ticked}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}
