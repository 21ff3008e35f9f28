#!/usr/bin/env node
import { run } from "./run.ts";

run(process.argv.slice(2)).then((status) => {
  // Not `process.exit`: all output is written by now, and Node may still have its own to flush.
  process.exitCode = status;
});
