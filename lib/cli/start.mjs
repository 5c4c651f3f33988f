// npm start: on a fresh machine installs, builds, starts the database, migrates, loads content/ and serves.
import "./require-node.mjs";

import("./serve.mjs").then(({ serve }) => serve({ dev: false }));
