import { fstatSync, statSync } from "node:fs";
import ProgressBar from "progress";

const STDIN = 0;

/** How far the audit is, on standard error; nothing where that is no terminal. */
export interface Progress {
  add(bytes: number): void;
  /** Gives its line up for output on the same terminal. */
  hide(): void;
  end(): void;
}

const SILENT: Progress = { add: () => {}, hide: () => {}, end: () => {} };

/** @param totalBytes Of all files; undefined if that is not known, as of a pipe */
export function createProgress(isTerminal: boolean, totalBytes: number | undefined): Progress {
  if (!isTerminal || totalBytes === undefined || totalBytes === 0) return SILENT;
  const bar = new ProgressBar("[:bar] :percent  :etas left", {
    total: totalBytes,
    width: 40,
    clear: true,
    renderThrottle: 100,
  });
  return {
    add: (bytes) => {
      // Of a gzip file it counts what is unpacked, of a growing one what is added.
      if (bar.curr + bytes < totalBytes) bar.tick(bytes);
    },
    hide: () => {
      process.stderr.clearLine(0);
      process.stderr.cursorTo(0);
    },
    end: () => bar.terminate(),
  };
}

/** The size of all files; undefined where one is none, as a pipe. */
export function bytesOf(files: readonly string[]): number | undefined {
  try {
    const stats = files.map((file) => (file === "-" ? fstatSync(STDIN) : statSync(file)));
    return stats.every((stat) => stat.isFile()) ? stats.reduce((sum, { size }) => sum + size, 0) : undefined;
  } catch {
    return undefined;
  }
}
