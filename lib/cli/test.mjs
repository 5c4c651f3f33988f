// npm test: installs what is missing, then lint, types, unit, integration, build and end-to-end tests. Its last line
// is `N passed, N failed`; lint, types, the build and each installation that fails count as one check.
import "./require-node.mjs";

import("./test-all.mjs").then(({ testAll }) => testAll());
