#!/usr/bin/env node
import { run } from "./run.ts";

// Not `process.exit`: all output is written by now, and Node may still have its own to flush.
process.exitCode = await run(process.argv.slice(2));
