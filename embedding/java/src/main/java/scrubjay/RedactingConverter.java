package scrubjay;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a Logback pattern that is redacted, exceptions with it: {@code %redact(%msg%n%ex)}, with
 * {@code <conversionRule conversionWord="redact" class="scrubjay.RedactingConverter"/>}. The system properties
 * {@code scrubjay.wasm} and {@code scrubjay.policy} name its files.
 */
public final class RedactingConverter extends CompositeConverter<ILoggingEvent> {
  private static Redactor redactor;

  @Override
  protected String transform(ILoggingEvent event, String text) {
    try {
      synchronized (RedactingConverter.class) {
        if (redactor == null) redactor = opened();
        return new String(redactor.redact(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
      }
    } catch (Exception failed) {
      return new String(Redactor.WITHHELD, StandardCharsets.US_ASCII);
    }
  }

  private static Redactor opened() throws java.io.IOException {
    String policy = System.getProperty("scrubjay.policy");
    byte[] bytes = policy == null ? null : Files.readAllBytes(Path.of(policy));
    return new Scrubjay(Path.of(System.getProperty("scrubjay.wasm"))).open(bytes, null, -1);
  }
}
