// The programs of the trial. Nobody had looked at their logs before the run that first-run.json has.

import { debianPrograms } from "./programs/debian.js";
import { goPrograms } from "./programs/go.js";
import { jvmPrograms } from "./programs/java.js";
import { nodeDatabases } from "./programs/node-databases.js";
import { nodeServices } from "./programs/node-services.js";
import { pythonCommands } from "./programs/python-commands.js";
import { pythonDatabases } from "./programs/python-databases.js";
import { pythonServices } from "./programs/python-services.js";
import { rustPrograms } from "./programs/rust.js";
import { secondCompiled } from "./programs/second-compiled.js";
import { secondDebian } from "./programs/second-debian.js";
import { secondNode } from "./programs/second-node.js";
import { secondPython } from "./programs/second-python.js";

/** @import { Program } from "./program.js" */

/** @type {readonly Program[]} */
export const PROGRAMS = [
  ...pythonCommands,
  ...pythonServices,
  ...pythonDatabases,
  ...nodeServices,
  ...nodeDatabases,
  ...goPrograms,
  ...jvmPrograms,
  ...rustPrograms,
  ...debianPrograms,
  ...secondPython,
  ...secondNode,
  ...secondCompiled,
  ...secondDebian,
];
