/** Who may come in at a door:
 *
 *  - `everyone`: signed in or not; what is there is the same for all, or the reader's own.
 *  - `course`: who sees the course in the address, signed in or not (see lib/catalogue/audience.ts). Where the course of an
 *    exercise or a skill is not seen, `own` and `learner` doors have nothing of it either, but for graded work.
 *  - `own`: everyone, and only what they did themselves is there.
 *  - `learner`: who signed in, and the guest of a browser that keeps our cookie; there is work to keep for them.
 *  - `signed-in`: who has an account.
 *  - `admin`: admins.
 *  - `may-teach`: who may make a section: instructors by their account, and admins.
 *  - `member`: who is in the section in the address, whatever they are there, and admins.
 *  - `teaches`: the instructors of the section in the address, and admins.
 *  - `staff`: the same and the section's assistants.
 *  - `staff-exercise`: the same as `staff`, for an exercise of the section's course.
 *  - `staff-assignment`, `teaches-assignment`: the same as `staff` and as `teaches`, for an assignment of the section.
 *  - `staff-student`: the same as `staff`, for one who is or was a student of the section.
 *  - `staff-graded`: the same, for such a student and an assignment of the section.
 *  - `assigned`: the students of the section that the assignment in the address is of, once it is published; and its staff.
 *  - `staff-work`: the same as `staff`, for what one of the section's students did in an exercise of its course.
 *  - `writes`: the authors and co-authors of the course in the address, which is written here, and admins.
 *  - `author`: its authors, and admins.
 *  - `bank`: who may teach, or writes a course.
 *  - `bank-exercise`: the same, for an exercise of a course that they see as staff or write.
 */
export type Rule =
  | "everyone"
  | "course"
  | "own"
  | "learner"
  | "signed-in"
  | "admin"
  | "may-teach"
  | "member"
  | "teaches"
  | "staff"
  | "staff-exercise"
  | "staff-assignment"
  | "teaches-assignment"
  | "staff-student"
  | "staff-graded"
  | "staff-work"
  | "assigned"
  | "writes"
  | "author"
  | "bank"
  | "bank-exercise";

/** The one table of who may see and do what: every page, route and server action, by its place in app/. A test walks
 *  app/ and fails where a door is missing here; another tries each door as everyone there is. */
export const table = {
  "page /": "everyone",
  "page /account": "signed-in",
  "page /account/delete": "signed-in",
  "page /assignments/[assignment]": "assigned",
  "page /assignments": "signed-in",
  "page /bank": "bank",
  "page /bank/[exercise]": "bank-exercise",
  "page /claim/[invitation]": "everyone",
  "page /confirm-email/[token]": "everyone",
  "page /confirm-link": "everyone",
  "page /courses": "everyone",
  "page /courses/[course]": "course",
  "page /courses/[course]/[lesson]": "course",
  "page /courses/[course]/glossary": "course",
  "page /docs": "everyone",
  "page /docs/[page]": "everyone",
  "page /join/[code]": "signed-in",
  "page /people": "admin",
  "page /people/[person]": "admin",
  "page /privacy": "everyone",
  "page /progress": "own",
  "page /progress/[exercise]": "own",
  "page /reset-password": "everyone",
  "page /reset-password/[token]": "everyone",
  "page /review": "own",
  "page /review/practice": "own",
  "page /review/sitting": "own",
  "page /sections": "signed-in",
  "page /sections/[section]": "staff",
  "page /sections/[section]/assignments": "staff",
  "page /sections/[section]/assignments/new": "teaches",
  "page /sections/[section]/assignments/[assignment]": "staff-assignment",
  "page /sections/[section]/assignments/[assignment]/as-student": "staff-assignment",
  "page /sections/[section]/assignments/[assignment]/exercises": "teaches-assignment",
  "page /sections/[section]/assignments/[assignment]/extensions": "teaches-assignment",
  "page /sections/[section]/assignments/[assignment]/settings": "teaches-assignment",
  "page /sections/[section]/assignments/[assignment]/trial": "staff-assignment",
  "page /sections/[section]/assignments/[assignment]/alike": "staff-assignment",
  "page /sections/[section]/exercises/[exercise]": "staff-exercise",
  "page /sections/[section]/message": "staff",
  "page /sections/[section]/people": "staff",
  "page /sections/[section]/gradebook": "staff",
  "page /sections/[section]/gradebook/[student]": "staff-student",
  "page /sections/[section]/gradebook/[student]/[assignment]": "staff-graded",
  "page /sections/[section]/gradebook/[student]/[assignment]/[exercise]": "staff-graded",
  "page /sections/[section]/gradebook/export": "staff",
  "page /sections/[section]/gradebook/import": "staff",
  "page /sections/[section]/gradebook/settings": "teaches",
  "page /sections/[section]/grades": "member",
  "page /sections/[section]/settings": "teaches",
  "page /sections/[section]/skills": "staff",
  "page /sections/[section]/as-student": "staff",
  "page /sections/[section]/changes": "teaches",
  "page /sections/[section]/copy": "teaches",
  "page /sections/[section]/live": "staff",
  "page /sections/[section]/live/answer": "member",
  "page /sections/[section]/mine": "member",
  "page /sections/[section]/people/import": "teaches",
  "page /sections/[section]/regrade": "teaches",
  "page /sections/[section]/regrade/[regrade]": "teaches",
  "page /sections/[section]/reports": "staff",
  "page /sections/[section]/people/invitations": "teaches",
  "page /sections/[section]/students/[student]/[exercise]": "staff-work",
  "page /sections/new": "may-teach",
  "page /sign-in": "everyone",
  "page /sign-up": "everyone",
  "page /write": "signed-in",
  "page /write/new": "may-teach",
  "page /write/[course]": "writes",
  "page /write/[course]/files": "writes",
  "page /write/[course]/changes": "writes",
  "page /write/[course]/history": "writes",
  "page /write/[course]/history/[version]": "writes",
  "page /write/[course]/lessons/[folder]": "writes",
  "page /write/[course]/lessons/[folder]/new": "writes",
  "page /write/[course]/lessons/[folder]/new/form": "writes",
  "page /write/[course]/lessons/[folder]/check": "writes",
  "page /write/[course]/reviews": "writes",
  "page /write/[course]/reviews/[review]": "writes",
  "page /write/[course]/settings": "writes",
  "page /write/[course]/yaml/[file]": "writes",

  "GET /account/answers.csv": "signed-in",
  "GET /account/data.json": "signed-in",
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
  "GET /calendar/[secret]": "everyone",
  "GET /courses/[course]/glossary/terms": "course",
  "GET /files/[name]": "everyone",
  "GET /sections/[section]/live/events": "staff",
  "GET /sections/[section]/gradebook/csv": "staff",
  "GET /sections/[section]/gradebook/rows": "staff",
  "GET /sections/[section]/scores.csv": "staff",
  "POST /write/[course]/text": "writes",
  "GET /api/write/[course]": "writes",
  "POST /api/write/[course]": "writes",
  "GET /api/write/[course]/zip": "writes",
  "POST /api/write/[course]/zip": "writes",
  "POST /api/write/[course]/git": "writes",

  "action /account/actions newEmail": "signed-in",
  "action /account/actions newPassword": "signed-in",
  "action /account/actions saveName": "signed-in",
  "action /account/actions saveReading": "signed-in",
  "action /account/delete/actions deleteMyAccount": "signed-in",
  "action /account/provider-actions beginLinking": "signed-in",
  "action /account/provider-actions unlinkProvider": "signed-in",
  "action /account/token-actions endToken": "signed-in",
  "action /account/token-actions newToken": "signed-in",
  "action /assignments/[assignment]/actions begin": "assigned",
  "action /assignments/[assignment]/report-actions report": "assigned",
  "action /assignments/[assignment]/actions handInNow": "assigned",
  "action /assignments/[assignment]/actions spendDay": "assigned",
  "action /assignments/actions newCalendarAddress": "signed-in",
  "action /bank/[exercise]/actions copyHere": "bank-exercise",
  "action /bank/[exercise]/actions gradeAnswers": "bank-exercise",
  "action /bank/[exercise]/actions retire": "bank-exercise",
  "action /claim/[invitation]/actions claim": "everyone",
  "action /confirm-email/actions takeEmail": "everyone",
  "action /confirm-link/actions confirmLink": "everyone",
  "action /sections/actions joinSection": "signed-in",
  "action /sections/actions makeSection": "may-teach",
  "action /sections/[section]/assignments/new/actions makeAssignment": "teaches",
  "action /sections/[section]/assignments/[assignment]/actions changeState": "teaches-assignment",
  "action /sections/[section]/assignments/[assignment]/exercises/actions saveExercises":
    "teaches-assignment",
  "action /sections/[section]/assignments/[assignment]/extensions/actions giveExtension":
    "teaches-assignment",
  "action /sections/[section]/assignments/[assignment]/extensions/actions takeBack":
    "teaches-assignment",
  "action /sections/[section]/assignments/[assignment]/settings/actions saveAssignment":
    "teaches-assignment",
  "action /sections/[section]/live/actions start": "staff",
  "action /sections/[section]/live/actions stop": "staff",
  "action /sections/[section]/gradebook/[student]/[assignment]/actions markExercise":
    "staff-graded",
  "action /sections/[section]/gradebook/[student]/[assignment]/actions markWork": "staff-graded",
  "action /sections/[section]/gradebook/import/actions importMarks": "staff",
  "action /sections/[section]/gradebook/settings/actions saveGrading": "teaches",
  "action /sections/[section]/people/actions changePerson": "teaches",
  "action /sections/[section]/regrade/actions apply": "teaches",
  "action /sections/[section]/regrade/actions drop": "teaches",
  "action /sections/[section]/regrade/actions plan": "teaches",
  "action /sections/[section]/reports/actions answer": "staff",
  "action /sections/[section]/settings/actions newCode": "teaches",
  "action /sections/[section]/settings/actions saveSettings": "teaches",
  "action /people/[person]/actions changeEmail": "admin",
  "action /people/[person]/actions changeRole": "admin",
  "action /people/[person]/actions makeResetLink": "admin",
  "action /reset-password/actions choosePassword": "everyone",
  "action /reset-password/actions sendResetLink": "everyone",
  "action /sections/[section]/copy/actions copy": "teaches",
  "action /sections/[section]/people/import/actions importRoster": "teaches",
  "action /sections/[section]/people/invitations/actions renewLink": "teaches",
  "action /sections/[section]/people/invitations/actions showLinks": "teaches",
  "action /sign-in/actions signIn": "everyone",
  "action /sign-in/actions signUp": "everyone",
  "action /sign-out signOut": "everyone",
  "action /sign-out signOutEverywhere": "own",
  "action /write/actions makeCourse": "may-teach",
  "action /write/[course]/actions makeLesson": "writes",
  "action /write/[course]/arrange-actions arrangeLesson": "writes",
  "action /write/[course]/arrange-actions beginGlossary": "writes",
  "action /write/[course]/arrange-actions checkAll": "writes",
  "action /write/[course]/arrange-actions giveAddress": "writes",
  "action /write/[course]/history/[version]/actions restoreVersion": "writes",
  "action /write/[course]/lessons/[folder]/actions gradeAnswers": "writes",
  "action /write/[course]/lessons/[folder]/actions preview": "writes",
  "action /write/[course]/lessons/[folder]/new/actions insertFormed": "writes",
  "action /write/[course]/lessons/[folder]/new/actions insertTemplate": "writes",
  "action /write/[course]/files/actions addFile": "writes",
  "action /write/[course]/files/actions removeFile": "writes",
  "action /write/[course]/files/actions follow": "writes",
  "action /write/[course]/files/actions unfollow": "writes",
  "action /write/[course]/lessons/[folder]/check/actions startCheck": "writes",
  "action /write/[course]/publish-actions publishCourse": "writes",
  "action /write/[course]/reviews/[review]/actions approve": "writes",
  "action /write/[course]/reviews/[review]/actions decline": "writes",
  "action /write/[course]/reviews/[review]/actions withdraw": "writes",
  "action /write/[course]/settings/actions addCourseAuthor": "author",
  "action /write/[course]/settings/actions changeCourseAuthor": "author",
  "action /write/[course]/settings/actions saveAboutCourse": "writes",
  "action /write/[course]/settings/actions setCourseReviewed": "author",
  "action /write/[course]/yaml/[file]/actions checkYaml": "writes",
} as const satisfies Record<string, Rule>;

export type Door = keyof typeof table;
