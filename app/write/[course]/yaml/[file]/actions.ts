"use server";

import { notFound } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { countAction } from "@/lib/auth/pace";
import { findWritten } from "@/lib/authoring/course/courses";
import { yamlFiles, yamlIssues } from "@/lib/authoring/course/yaml-issues";
import { limits } from "@/lib/content/limits";
import type { Issue } from "@/lib/exercise";

const asked = z.strictObject({
  course: z.string(),
  file: z.enum(yamlFiles),
  text: z.string().max(2 * limits.characters),
});

/** What has to be mended in a YAML file as it is being written. To one who asks too often, says how many seconds to wait. */
export async function checkYaml(
  sent: z.input<typeof asked>,
): Promise<{ readonly issues: readonly Issue[] } | { readonly wait: number }> {
  const { course: slug, file, text } = asked.parse(sent);
  const viewer = await enter("action /write/[course]/yaml/[file]/actions checkYaml", {
    course: slug,
    file,
  });
  const wait = await countAction({ userId: viewer.id }, "preview");
  if (wait !== null) return { wait };
  const course = await findWritten(slug);
  if (!course) notFound();
  return { issues: await yamlIssues(course.id, file, text) };
}
