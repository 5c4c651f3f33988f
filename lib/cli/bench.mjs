// npm run bench: measures, and prints a table. Installs and generates what is missing first.
import "./require-node.mjs";

import("./bootstrap.mjs").then(({ runProgram }) =>
  runProgram("tests/bench/index.ts", { tests: true }),
);
