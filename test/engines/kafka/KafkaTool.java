// Fills topics and counts what committed readers see, with Kafka's own client: never the one that is tested.
import java.time.Duration;
import java.util.*;
import java.util.stream.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.*;
import org.apache.kafka.common.config.*;
import org.apache.kafka.common.resource.*;
import org.apache.kafka.common.serialization.*;

public class KafkaTool {
  static final byte[] NONE = new byte[0];

  /** Each line of the input is a command; its answer is a line that begins with "=". */
  public static void main(String[] args) throws Exception {
    var input = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
    for (String line; (line = input.readLine()) != null; ) {
      String[] words = line.split(" ");
      try {
        System.out.println("= " + answer(args[0], words));
      } catch (Exception e) {
        System.out.println("= failed: " + (e.getCause() == null ? e : e.getCause()).toString().replace('\n', ' '));
      }
    }
  }

  static String answer(String brokers, String[] a) throws Exception {
    switch (a[0]) {
      case "topic" -> topic(brokers, a[1], Integer.parseInt(a[2]), Short.parseShort(a[3]));
      case "limit" -> configure(brokers, a[1], TopicConfig.MAX_MESSAGE_BYTES_CONFIG, a[2]);
      case "allow" -> allow(brokers, a[1], a[2], a[3], a[4].split(","));
      case "fill" -> fill(brokers, a[1], Integer.parseInt(a[2]), Integer.parseInt(a[3]), Integer.parseInt(a[4]));
      case "compact" -> configure(brokers, a[1], TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
      case "delete" -> delete(brokers, a[1]);
      case "hostile" -> HostileRecords.fill(brokers, a[1], Integer.parseInt(a[2]), Integer.parseInt(a[3]));
      case "verify" -> { return HostileRecords.verify(brokers, a[1], a[2].split(","), Integer.parseInt(a[3]), Long.parseLong(a[4])); }
      case "count" -> { return count(brokers, a[1], Integer.parseInt(a[2]), Long.parseLong(a[3])); }
      default -> throw new IllegalArgumentException(a[0]);
    }
    return "done";
  }

  static void topic(String brokers, String name, int partitions, short replicas) throws Exception {
    Map<String, String> configs = new HashMap<>();
    if (replicas > 1) configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, replicas).configs(configs))).all().get();
      // Who asks at once may be told that there is no such topic, and waits for long.
      for (int tries = 0; tries < 600; tries++) {
        try {
          var partition = admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions();
          if (partition.size() == partitions && partition.stream().allMatch(p -> p.leader() != null && !p.leader().isEmpty() && p.isr().size() == replicas)) return;
        } catch (java.util.concurrent.ExecutionException e) {
          // Not there yet.
        }
        Thread.sleep(100);
      }
      throw new IllegalStateException("the topic " + name + " has no leaders");
    }
  }

  static void configure(String brokers, String topic, String name, String value) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var op = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all().get();
    }
  }

  static void delete(String brokers, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.deleteTopics(List.of(topic)).all().get();
    }
  }

  /** Rights of a user on what has a name that begins so. */
  static void allow(String brokers, String user, String type, String name, String[] rights) throws Exception {
    var pattern = new ResourcePattern(ResourceType.valueOf(type), name, PatternType.PREFIXED);
    var bindings = Stream.of(rights)
        .map(right -> new AclBinding(pattern, new AccessControlEntry("User:" + user, "*", AclOperation.valueOf(right), AclPermissionType.ALLOW)))
        .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createAcls(bindings).all().get();
    }
  }

  /** Put together here: nothing that looks like a live token stands in the repository. */
  static String secret(int n) {
    return "zq" + String.format("%06d", n) + "kk" + Integer.toString(n % 7919, 36);
  }

  /** Record n: key k(n % keys), value of about `size` bytes; each third has a secret, each 50th is a tombstone. */
  static void fill(String brokers, String topic, int from, int to, int size) throws Exception {
    Properties p = new Properties();
    p.put("bootstrap.servers", brokers);
    p.put("linger.ms", "20");
    p.put("batch.size", "131072");
    p.put("delivery.timeout.ms", "60000");
    p.put("request.timeout.ms", "10000");
    var failed = new java.util.concurrent.atomic.AtomicReference<Exception>();
    String filler = "x".repeat(Math.max(0, size - 110));
    try (var producer = new KafkaProducer<>(p, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int n = from; n < to; n++) {
        String value = n % 50 == 49 ? null
            : n % 3 == 0 ? "{\"n\":" + n + ",\"user\":\"ann\",\"password\":\"" + secret(n) + "\",\"path\":\"/orders/" + n + "\",\"text\":\"" + filler + "\"}"
            : "{\"n\":" + n + ",\"user\":\"ann\",\"path\":\"/orders/" + n + "\",\"status\":200,\"text\":\"" + filler + "\"}";
        var record = new ProducerRecord<byte[], byte[]>(topic, null, 1_700_000_000_000L + n, ("k" + n % 101).getBytes(), value == null ? null : value.getBytes());
        record.headers().add("n", Integer.toString(n).getBytes());
        record.headers().add("trace", new byte[] {(byte) 0xff, (byte) n});
        producer.send(record, (metadata, e) -> { if (e != null) failed.compareAndSet(null, e); });
      }
      producer.flush();
    }
    if (failed.get() != null) throw failed.get();
  }

  /** Reads to the end, waiting for transactions that are open, and prints what was seen of `count` records. */
  static String count(String brokers, String topic, int count, long waitMs) throws Exception {
    Properties p = new Properties();
    p.put("bootstrap.servers", brokers);
    p.put("isolation.level", "read_committed");
    p.put("default.api.timeout.ms", "120000");
    p.put("enable.auto.commit", "false");
    p.put("fetch.max.bytes", "20000000");
    int[] seen = new int[count];
    Map<String, Integer> last = new HashMap<>();
    long raw = 0, doubled = 0, missing = 0, order = 0, changed = 0, tombstones = 0, total = 0;
    long limit = System.currentTimeMillis() + waitMs;
    try (var consumer = new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> parts = consumer.partitionsFor(topic).stream().map(i -> new TopicPartition(topic, i.partition())).toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      while (true) {
        var records = consumer.poll(Duration.ofMillis(500));
        for (var r : records) {
          total++;
          var header = r.headers().lastHeader("n");
          int n = header == null ? -1 : Integer.parseInt(new String(header.value()));
          if (n < 0 || n >= count) { changed++; continue; }
          seen[n]++;
          String key = new String(r.key());
          if (last.getOrDefault(key, -1) > n && seen[n] == 1) order++;
          last.merge(key, n, Math::max);
          byte[] trace = r.headers().lastHeader("trace").value();
          boolean same = key.equals("k" + n % 101) && r.timestamp() == 1_700_000_000_000L + n && trace[0] == (byte) 0xff && trace[1] == (byte) n;
          if (n % 50 == 49) { tombstones++; if (r.value() != null) same = false; }
          else {
            String value = r.value() == null ? "" : new String(r.value());
            if (!value.contains("\"n\":" + n + ",") || !value.contains("/orders/" + n + "\"")) same = false;
            if (n % 3 == 0 && value.contains(secret(n))) raw++;
          }
          if (!same) changed++;
        }
        if (records.isEmpty()) {
          boolean isAll = IntStream.of(seen).allMatch(times -> times > 0);
          if ((isAll && atEnd(consumer, brokers, parts)) || System.currentTimeMillis() > limit) break;
        }
      }
    }
    for (int times : seen) { if (times == 0) missing++; doubled += Math.max(0, times - 1); }
    return String.format("{\"total\":%d,\"lost\":%d,\"doubled\":%d,\"raw\":%d,\"changed\":%d,\"disordered\":%d,\"tombstones\":%d}", total, missing, doubled, raw, changed, order, tombstones);
  }

  /** Whether what is committed is all there is: no transaction is open. */
  static boolean atEnd(KafkaConsumer<byte[], byte[]> consumer, String brokers, List<TopicPartition> parts) {
    var stable = consumer.endOffsets(parts);
    Properties p = new Properties();
    p.put("bootstrap.servers", brokers);
    try (var other = new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var all = other.endOffsets(parts);
      return parts.stream().allMatch(part -> all.get(part).equals(stable.get(part)) && consumer.position(part) >= stable.get(part));
    }
  }
}
