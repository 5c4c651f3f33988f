// npm run restore -- FILE: fills an empty database from a backup; with --replace, any. See docs/operating.md.
import "./require-node.mjs";

import("./bootstrap.mjs").then(({ runProgram }) => runProgram("lib/cli/restore.ts"));
