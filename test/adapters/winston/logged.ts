import { Writable } from "node:stream";
import winston from "winston";

/** Keeps what is written to it. */
export class Sink extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** What a logger of this format writes. */
export function logged(format: winston.Logform.Format, log: (logger: winston.Logger) => void): string {
  const sink = new Sink();
  log(winston.createLogger({ format, transports: [new winston.transports.Stream({ stream: sink })] }));
  return sink.text;
}
