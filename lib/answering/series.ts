/** Where a learner's variants of an exercise are numbered from 1: among those that they practise with, or among those of
 *  one exercise that they were given in graded work. The two are never mixed. */
export interface Series {
  readonly exerciseId: string;
  /** The assigned exercise; null or absent where it is practised. */
  readonly assignedId?: string | null;
}

/** Where a variant of a learner's stands: in which series, and the how manieth in it. */
export interface Place extends Series {
  readonly number: number;
}

/** In SQL, which rows of `variant v` are in a series: $1 is the learner, $2 the exercise, `assigned` the assigned one.
 *  Practised and graded variants have an index each, so each has a text of its own. */
export const inSeries = ({ assignedId }: Series, assigned: `$${number}`): string =>
  `v.user_id = $1 and v.exercise_id = $2 and ${
    assignedId
      ? `v.assigned_id = ${assigned}`
      : `v.assigned_id is null and ${assigned}::uuid is null`
  }`;

/** What a prepared statement on a series is called. */
export const named = (name: string, { assignedId }: Series): string =>
  assignedId ? `${name}-graded` : name;
