/** What running content may speak of: these names; or nothing at all ("none"), where it is carried as Markdown
 *  (an option, feedback) and no values reach it. */
export type Speaks = readonly string[] | "none";
