// npm run account -- reset EMAIL: makes a link by which its owner chooses a new password.
// npm run account -- release EMAIL: lets the next provider that vouches for an email open its account.
// npm run account -- role EMAIL ROLE: makes it a student's, an instructor's or an admin's. See docs/operating.md.
import "./require-node.mjs";

import("./bootstrap.mjs").then(({ runProgram }) => runProgram("lib/cli/account.ts"));
