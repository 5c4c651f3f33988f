/** The students of the section $1, as a table `student` of their ids, to begin a query with. Shared by the queries of an
 *  exercise's page, which all take the section as $1 and the exercise as $2. */
export const studentsOfSection = `student as (
  select user_id from enrollment
  where section_id = $1 and role = 'student' and removed_at is null
)`;

/** What a query of an exercise's page is about. */
export interface ItemPlace {
  readonly sectionId: string;
  readonly exerciseId: string;
}
