package scrubjay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTest {
  private static final String WASM =
      System.getenv().getOrDefault("SCRUBJAY_WASM", "../build/scrubjay-without-simd.wasm");
  private static final Scrubjay MODULE = new Scrubjay(Path.of(WASM));
  private static final Path VECTORS = Path.of("../vectors");
  private static final HexFormat HEX = HexFormat.of();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void allVectors() throws IOException {
    Map<String, Redactor> redactors = new HashMap<>();
    int count = 0;
    for (String line : Files.readAllLines(VECTORS.resolve("vectors.tsv"))) {
      String[] v = line.split("\t", -1);
      Redactor redactor = redactors.get(v[1]);
      if (redactor == null) {
        Path policy = VECTORS.resolve(v[1] + ".policy");
        byte[] file = Files.exists(policy) ? Files.readAllBytes(policy) : null;
        redactor = MODULE.open(file, v[2].isEmpty() ? null : bytes(v[2]), Long.parseLong(v[3]));
        redactors.put(v[1], redactor);
      }
      count++;
      assertEquals(v[7], HEX.formatHex(output(redactor, v)), "vector " + count + ": " + v[0] + ", " + v[1]);
    }
    assertTrue(count > 4000);
  }

  private static byte[] output(Redactor redactor, String[] v) throws IOException {
    byte[] input = HEX.parseHex(v[6]);
    if (v[0].equals("record")) return redactor.redact(input);
    if (v[0].equals("field")) return redactor.field(HEX.parseHex(v[5]), input);
    int[] cuts = v[4].isEmpty() ? new int[0] : Arrays.stream(v[4].split(",")).mapToInt(Integer::parseInt).toArray();
    InputStream pieces = new ByteArrayInputStream(input) {
      private int next;

      @Override
      public int read(byte[] to, int offset, int length) {
        while (next < cuts.length && cuts[next] <= pos) next++;
        int most = next < cuts.length ? cuts[next] - pos : length;
        return super.read(to, offset, Math.min(length, most));
      }
    };
    return new RedactingInputStream(redactor, pieces).readAllBytes();
  }

  @Test
  void errorsHaveNothingOfTheInput() {
    for (ScrubjayException error : new ScrubjayException[] {
      assertThrows(ScrubjayException.class, () -> MODULE.open(bytes("password=hunter2"), null, -1)),
      assertThrows(ScrubjayException.class, () -> MODULE.open(null, bytes("hunter2"), -1))
    }) assertFalse(error.toString().contains("hunter2"));
  }

  @Test
  void afterATrapNothingRawComesOut() throws IOException {
    Redactor redactor = MODULE.open(null, null, -1);
    redactor.stop();
    assertArrayEquals(Redactor.WITHHELD, redactor.redact(bytes("password=hunter2")));
    assertEquals("password=[REDACTED] x", new String(redactor.redact(bytes("password=hunter2 x"))));
    redactor.stop();
    InputStream stream = new RedactingInputStream(redactor, new ByteArrayInputStream(bytes("a\npassword=hunter2\n")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(IOException.class, () -> stream.transferTo(out));
    assertEquals(new String(Redactor.WITHHELD) + "\n", out.toString());
  }

  @Test
  void aPatternOfLogbackIsRedacted() {
    System.setProperty("scrubjay.wasm", WASM);
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.getInstanceConverterMap().put("redact", RedactingConverter::new);
    layout.setContext(context);
    layout.setPattern("%level %redact(%msg %ex)");
    layout.start();
    LoggingEvent event = new LoggingEvent(
        "x", context.getLogger("x"), Level.INFO, "password={}", new IllegalStateException("token=hunter2"), new Object[] {"hunter2"});
    String line = layout.doLayout(event);
    assertTrue(line.startsWith("INFO password=[REDACTED] "), line);
    assertTrue(line.contains("IllegalStateException: token=[REDACTED]"), line);
    assertFalse(line.contains("hunter2"));
  }
}
