// npm run dev: npm start with reload, and without the build.
import "./require-node.mjs";

import("./serve.mjs").then(({ serve }) => serve({ dev: true }));
