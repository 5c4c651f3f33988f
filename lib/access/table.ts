/** Who may come in at a door:
 *
 *  - `everyone`: signed in or not; what is there is the same for all, or the reader's own.
 *  - `own`: everyone, and only what they did themselves is there.
 *  - `learner`: who signed in, and the guest of a browser that keeps our cookie; there is work to keep for them.
 *  - `signed-in`: who has an account.
 *  - `teaches`: the instructors of the section in the address, and admins.
 *  - `teaches-work`: the same, for what one of the section's students did in an exercise of the section's course.
 */
export type Rule = "everyone" | "own" | "learner" | "signed-in" | "teaches" | "teaches-work";

/** The one table of who may see and do what: every page, route and server action, by its place in app/. A test walks
 *  app/ and fails where a door is missing here; another tries each door as everyone there is. */
export const table = {
  "page /": "everyone",
  "page /account": "signed-in",
  "page /confirm-link": "everyone",
  "page /courses/[course]/[lesson]": "everyone",
  "page /courses/[course]/glossary": "everyone",
  "page /progress": "own",
  "page /progress/[exercise]": "own",
  "page /review": "own",
  "page /review/sitting": "own",
  "page /sections": "signed-in",
  "page /sections/[section]": "teaches",
  "page /sections/[section]/students/[student]/[exercise]": "teaches-work",
  "page /sign-in": "everyone",
  "page /sign-up": "everyone",

  "GET /api/[...path]": "everyone",
  "POST /api/[...path]": "everyone",
  "GET /api/auth/[...nextauth]": "everyone",
  "POST /api/auth/[...nextauth]": "everyone",
  "GET /api/drafts": "own",
  "POST /api/drafts": "learner",
  "GET /api/guest": "everyone",
  "GET /api/health": "everyone",
  "GET /api/health/live": "everyone",
  "GET /api/health/ready": "everyone",
  "POST /api/hints": "learner",
  "POST /api/readings": "everyone",
  "POST /api/solutions": "learner",
  "POST /api/submissions": "learner",
  "POST /api/variants": "learner",
  "GET /sections/[section]/scores.csv": "teaches",

  "action /confirm-link/actions confirmLink": "everyone",
  "action /sign-in/actions signIn": "everyone",
  "action /sign-in/actions signUp": "everyone",
  "action /sign-out signOut": "everyone",
  "action /sign-out signOutEverywhere": "own",
} as const satisfies Record<string, Rule>;

export type Door = keyof typeof table;
