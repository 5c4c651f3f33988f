// npm run backup -- FILE: writes everything in the database to FILE, also while npm start runs. See docs/operating.md.
import "./require-node.mjs";

import("./bootstrap.mjs").then(({ runProgram }) => runProgram("lib/cli/backup.ts"));
