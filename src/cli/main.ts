#!/usr/bin/env node
import { run } from "./run.ts";
import { help } from "./threads/helper-thread.ts";
import { HELPER } from "./threads/share.ts";

if (process.argv[2] === HELPER) help();
else {
  run(process.argv.slice(2)).then((status) => {
    // Not `process.exit`: all output is written by now, but Node may still have to flush.
    process.exitCode = status;
  });
}
