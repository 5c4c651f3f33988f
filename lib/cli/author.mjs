// npm run author -- check | variant | grade | pull | push: an author's tools, without a database. See docs/author-tools.md.
import "./require-node.mjs";

async function author() {
  const { packagesInstalled } = await import("./packages.mjs");
  if (!packagesInstalled({ tests: false })) {
    process.stderr.write("The packages are not installed yet: run npm ci, or npm start once.\n");
    process.exit(2);
  }
  const { compiledAuthor } = await import("./compile-author.mjs");
  const { start } = await import("./run.mjs");
  // A check makes many small tensors that are soon done with: with more room for these they are seldom cleared away.
  const program = ["--max-semi-space-size=64", await compiledAuthor()];
  const child = start(process.execPath, [...program, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  child.on("close", (code) => process.exit(code ?? 1));
}

author();
