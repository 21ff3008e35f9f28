// Records of every kind that may break a worker, and a check of what became of each, with Kafka's own client.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.stream.*;
import java.util.zip.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;

public class HostileRecords {
  static final int KINDS = 16;

  static byte[] latin1(String text) { return text.getBytes(StandardCharsets.ISO_8859_1); }

  static byte[] joined(byte[]... parts) throws IOException {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.write(part);
    return out.toByteArray();
  }

  /** The value of record n; each has its secret but the tombstone and the empty one. */
  static byte[] valueOf(int n) throws IOException {
    String secret = KafkaTool.secret(n);
    byte[] plain = latin1("{\"n\":" + n + ",\"password\":\"" + secret + "\"}");
    var random = new Random(n);
    byte[] noise = new byte[40];
    random.nextBytes(noise);
    switch (n % KINDS) {
      case 2: return null;
      case 3: return new byte[0];
      case 4: return joined(noise, latin1("\npassword=" + secret + "\n"), noise);
      case 5: return joined(new byte[] {(byte) 0xff, (byte) 0xc3, (byte) 0x28, ' '}, latin1("password=" + secret));
      case 6: {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) { gzip.write(plain); }
        return out.toByteArray();
      }
      case 8: return latin1("x".repeat(60_000) + " password=" + secret);
      // Larger than the topic that is written takes, of bytes that do not compress; seldom, as each is found by itself.
      case 9: {
        if (n % (KINDS * 40) != 9) return plain;
        byte[] large = new byte[1_300_000];
        for (int i = 0; i < large.length; i++) large[i] = (byte) (i % 100 == 99 ? '\n' : 'a' + random.nextInt(26));
        return joined(large, latin1("\npassword=" + secret + "\n"));
      }
      case 10: return latin1("{\"log\":\"{\\\"n\\\":" + n + ",\\\"password\\\":\\\"" + secret + "\\\"}\"}");
      case 11: return latin1("GET https://ann:" + secret + "@host.example/orders/" + n);
      default: return plain;
    }
  }

  static byte[] keyOf(int n) {
    switch (n % KINDS) {
      case 1: return null;
      case 12: return new byte[0];
      case 13: return latin1("k".repeat(10_000));
      case 14: return latin1("k" + n % 7 + " password=" + KafkaTool.secret(n));
      default: return latin1("k" + n % 101);
    }
  }

  static void fill(String brokers, String topic, int from, int to) throws Exception {
    Properties p = new Properties();
    p.put("bootstrap.servers", brokers);
    p.put("linger.ms", "20");
    p.put("max.request.size", "6000000");
    var failed = new java.util.concurrent.atomic.AtomicReference<Exception>();
    try (var producer = new KafkaProducer<>(p, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int n = from; n < to; n++) {
        var record = new ProducerRecord<byte[], byte[]>(topic, null, 1_700_000_000_000L + n, keyOf(n), valueOf(n));
        record.headers().add("n", latin1(Integer.toString(n)));
        if (n % KINDS == 7) for (int i = 0; i < 200; i++) record.headers().add("h" + i, latin1("v".repeat(1_000)));
        if (n % KINDS == 15) record.headers().add("authorization", latin1("Bearer " + KafkaTool.secret(n)));
        producer.send(record, (metadata, e) -> { if (e != null) failed.compareAndSet(null, e); });
      }
      producer.flush();
    }
    if (failed.get() != null) throw failed.get();
  }

  record Seen(int n, String topic, ConsumerRecord<byte[], byte[]> record) {}

  /** Everything that is committed in some topics; waits until `count` have come, or time is over. */
  static List<ConsumerRecord<byte[], byte[]>> read(String brokers, String[] topics, int count, long waitMs) {
    Properties p = new Properties();
    p.put("bootstrap.servers", brokers);
    p.put("isolation.level", "read_committed");
    p.put("enable.auto.commit", "false");
    p.put("fetch.max.bytes", "20000000");
    p.put("default.api.timeout.ms", "120000");
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    long limit = System.currentTimeMillis() + waitMs;
    try (var consumer = new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var parts = Stream.of(topics).flatMap(topic -> consumer.partitionsFor(topic).stream()).map(i -> new TopicPartition(i.topic(), i.partition())).toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      while (true) {
        var records = consumer.poll(Duration.ofMillis(500));
        records.forEach(all::add);
        if (records.isEmpty() && (all.size() >= count && KafkaTool.atEnd(consumer, brokers, parts) || System.currentTimeMillis() > limit)) return all;
      }
    }
  }

  static boolean has(byte[] bytes, String secret) {
    return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).contains(secret);
  }

  static String verify(String brokers, String from, String[] to, int count, long waitMs) {
    Map<String, Integer> sources = new HashMap<>();
    for (var r : read(brokers, new String[] {from}, count, 60_000))
      sources.put(from + "/" + r.partition() + "/" + r.offset(), Integer.parseInt(new String(r.headers().lastHeader("n").value())));
    int[] seen = new int[count];
    int raw = 0, unknown = 0, withheld = 0, dead = 0, changed = 0;
    Map<Integer, Integer> byKind = new TreeMap<>(), changes = new TreeMap<>();
    for (var r : read(brokers, to, count, waitMs)) {
      var header = r.headers().lastHeader("n");
      var source = r.headers().lastHeader("scrubjay-source");
      Integer n = header != null ? Integer.valueOf(new String(header.value())) : source == null ? null : sources.get(new String(source.value()));
      if (n == null || n < 0 || n >= count) { unknown++; continue; }
      seen[n]++;
      if (!r.topic().equals(to[0])) dead++;
      boolean isMark = has(r.value(), "[scrubjay: line withheld]");
      if (isMark) { withheld++; byKind.merge(n % KINDS, 1, Integer::sum); }
      String secret = KafkaTool.secret(n);
      boolean leaks = has(r.value(), secret) || has(r.key(), secret)
          || StreamSupport.stream(r.headers().spliterator(), false).anyMatch(h -> has(h.value(), secret))
          || (r.value() != null && r.value().length > 2 && r.value()[0] == 0x1f && r.value()[1] == (byte) 0x8b);
      if (leaks) raw++;
      boolean isNull = n % KINDS == 2, isEmpty = n % KINDS == 3;
      boolean isOther = isNull != (r.value() == null) || isEmpty && r.value().length != 0
          || !isMark && n % KINDS == 7 && r.headers().toArray().length != 201
          || !isMark && (n % KINDS == 1) != (r.key() == null)
          || !isMark && r.timestamp() != 1_700_000_000_000L + n;
      if (isOther) { changed++; changes.merge(n % KINDS, 1, Integer::sum); }
    }
    long lost = IntStream.of(seen).filter(times -> times == 0).count();
    long doubled = IntStream.of(seen).map(times -> Math.max(0, times - 1)).sum();
    return String.format("{\"lost\":%d,\"doubled\":%d,\"raw\":%d,\"unknown\":%d,\"changed\":%d,\"withheld\":%d,\"dead\":%d,\"withheldKinds\":\"%s\",\"changedKinds\":\"%s\"}", lost, doubled, raw, unknown, changed, withheld, dead, byKind, changes);
  }
}
