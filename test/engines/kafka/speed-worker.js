// A worker that says what CPU time it took. With "plain", the redactor sees no values: the same pipeline without redaction.
import { createRequire } from "node:module";
import { startKafka } from "../../../dist/adapters/kafka.js";

const { plain, ...options } = JSON.parse(process.argv[2]);
const client = createRequire(import.meta.url)("@confluentinc/kafka-javascript");

/** Hides each value from the worker between the consumer and the producer. */
function hiding() {
  /** @type {(Buffer | null)[]} */
  const hidden = [];
  return {
    AdminClient: client.AdminClient,
    KafkaConsumer: class extends client.KafkaConsumer {
      consume(count, done) {
        super.consume(count, (error, records) => {
          for (const record of records ?? []) {
            hidden.push(record.value);
            record.value = null;
          }
          done(error, records);
        });
      }
    },
    Producer: class extends client.Producer {
      #next = 0;
      produce(topic, partition, _value, ...rest) {
        super.produce(topic, partition, hidden[this.#next++], ...rest);
        if (this.#next === hidden.length) {
          hidden.length = 0;
          this.#next = 0;
        }
      }
    },
  };
}

const worker = await startKafka({ ...options, client: plain ? hiding() : client });
const began = process.cpuUsage();
process.stdout.write("working\n");
process.on("SIGTERM", async () => {
  const { user, system } = process.cpuUsage(began);
  const { records, stats } = worker.status();
  await worker.stop();
  process.stdout.write(
    `${JSON.stringify({ records, cpuMs: (user + system) / 1000, matches: stats.matches })}\n`,
  );
  process.exit();
});
