import type { KafkaOptions, KafkaWorker } from "../../adapters/kafka.ts";
import { UsageError } from "../flags/read-flags.ts";
import type { Toolbox } from "../toolbox.ts";

const STDOUT = 1;

/** `scrubjay kafka`: copies the records of a topic to another, redacted, until a signal ends it. */
export async function kafka(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = toolbox.readCommand("kafka", args);
  if (values.has("help")) {
    await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(helpText(toolbox)));
    return 0;
  }
  if (operands.length > 0 || rest !== undefined)
    throw new UsageError("kafka takes no files: topics are --from and --to");
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  toolbox.useKeyFile(last("key-file"));
  const policy = (): ReturnType<Toolbox["redactorOptions"]> =>
    toolbox.redactorOptions(toolbox.givenOptions(values));
  // With the client, which the other subcommands do not load.
  const { KafkaError, readSettings, serveStatus, startKafka } = await import("../../adapters/kafka.ts");
  const settings = last("settings");
  try {
    const options: KafkaOptions = {
      brokers: needed("brokers")
        .split(",")
        .map((broker) => broker.trim()),
      from: needed("from"),
      to: needed("to"),
      group: last("group"),
      deadLetter: last("dead-letter"),
      instance: last("instance"),
      start: last("start") as KafkaOptions["start"],
      clientConfig: settings === undefined ? undefined : readSettings(settings),
      maxBatchBytes: numberOf("batch-bytes"),
      maxBatchMs: numberOf("batch-ms"),
      redactKeys: values.has("redact-keys"),
      redactHeaders: values.has("redact-headers"),
      binary: last("binary") as KafkaOptions["binary"],
      anyPolicy: values.has("any-policy"),
      redactor: await policy(),
      onMessage: toolbox.complain,
    };
    const worker = await startKafka(options);
    // Nothing that is awaited would be left then: without a word, it would end with status 0.
    process.once("beforeExit", sayNothingIsLeft);
    const http = last("http");
    const server = http === undefined ? undefined : await serveStatus(http, () => worker.status());
    listen(worker, policy, toolbox);
    toolbox.complain(`kafka: ${options.from} to ${options.to}, policy ${worker.status().policyId}`);
    await worker.ended;
    server?.close();
    return 0;
  } catch (error) {
    // By its name: what the file of its own throws has a class of its own.
    if (!(error instanceof KafkaError) && (error as Error).name !== "KafkaError") throw error;
    toolbox.complain(`kafka: ${(error as Error).message}`);
    return 1;
  } finally {
    process.off("beforeExit", sayNothingIsLeft);
  }

  function sayNothingIsLeft(): void {
    toolbox.complain(
      "kafka: the worker has ended although nobody stopped it; what it had not committed is read again",
    );
    process.exitCode = 1;
  }

  function needed(name: string): string {
    const value = last(name);
    if (value === undefined) throw new UsageError(`--${name} is needed`);
    return value;
  }

  function numberOf(name: string): number | undefined {
    const value = last(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,15}$/.test(value)) throw new UsageError(`--${name} ${value}: must be a whole number`);
    return Number(value);
  }
}

/** SIGTERM and Ctrl-C commit what is in hand; SIGHUP reads the options again. */
function listen(
  worker: KafkaWorker,
  policy: () => ReturnType<Toolbox["redactorOptions"]>,
  { complain }: Toolbox,
): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void worker.stop());
  process.on("SIGHUP", async () => {
    const before = worker.status().policyId;
    try {
      await worker.reload(await policy());
      complain(`kafka: policy ${worker.status().policyId}, before ${before}`);
    } catch (error) {
      complain(
        `kafka: the options were read again and cannot be used, so policy ${before} stays in force: ${(error as Error).message}`,
      );
    }
  });
}

function helpText({ helpRows }: Toolbox): string {
  return `Usage: scrubjay kafka --brokers HOST:PORT --from TOPIC --to TOPIC [flags]

Copies the records of a topic to another, redacted, each exactly once. Start
more of it with the same group: they share the partitions. SIGTERM commits what
is in hand; SIGHUP reads the options again.
Needs the package @confluentinc/kafka-javascript.

${helpRows("kafka")}

Example: scrubjay kafka --brokers kafka:9092 --from raw --to clean --http 9464
`;
}
