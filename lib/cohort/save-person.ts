import "server-only";
import {
  changeDetail,
  changeRole,
  movePerson,
  type PeopleOutcome,
  type PlaceChange,
  type PlaceDetails,
} from "./change-place";
import type { SectionRole } from "./people";

/** What of somebody's place is to be: its details, their role (as it is where undefined), and the section they move to
 *  (null for none). */
export interface WantedPlace extends PlaceDetails {
  readonly role?: SectionRole;
  readonly to: string | null;
}

/** Makes somebody's place in a section what it is wanted to be; stops at the first change that cannot be made. */
export async function savePerson(
  change: PlaceChange,
  { role, campusId, group, timeFactor, to }: WantedPlace,
): Promise<PeopleOutcome> {
  const steps = [
    () => changeDetail(change, "campusId", campusId),
    () => changeDetail(change, "group", group),
    () => changeDetail(change, "timeFactor", timeFactor),
    ...(role ? [() => changeRole(change, role)] : []),
    ...(to ? [() => movePerson(change, to)] : []),
  ];
  for (const step of steps) {
    const outcome = await step();
    if (outcome.status !== "done") return outcome;
  }
  return { status: "done" };
}
