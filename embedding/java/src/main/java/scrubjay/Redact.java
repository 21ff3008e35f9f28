package scrubjay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Copies standard input to standard output, redacted: the argument is the file of the module. */
public final class Redact {
  private Redact() {}

  public static void main(String[] args) throws IOException {
    Redactor redactor = new Scrubjay(Path.of(args[0])).open(null, null, -1);
    long begin = System.nanoTime();
    PrintStream out = System.out;
    new RedactingInputStream(redactor, System.in).transferTo(out);
    out.flush();
    System.err.printf("seconds %.3f%n", (System.nanoTime() - begin) / 1e9);
  }
}
