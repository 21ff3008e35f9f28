// npm run changeset -- [add|status|version]
//
// A change that users notice comes with a changeset: a file in .changeset/ that says in a sentence what changed, and
// whether it is a fix, a feature or a break. `version` puts them all into CHANGELOG.md and counts the version up.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installTools } from "../install-tools.js";
import { root } from "../paths.js";

const folder = join(root, "build", "release");
installTools(folder);
const cli = join(folder, "node_modules", "@changesets", "cli", "bin.js");
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
// The lockfile has the version, too.
if (status === 0 && process.argv[2] === "version")
  spawnSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--silent"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
