package scrubjay;

import java.io.IOException;
import java.io.InputStream;

/** What is read from it is what another stream has, redacted. The redactor is the stream's until its end. */
public final class RedactingInputStream extends InputStream {
  private final Redactor redactor;
  private final InputStream from;
  private final byte[] input = new byte[Redactor.INPUT_MOST];
  private byte[] out = new byte[0];
  private int done;
  private boolean isOver;
  private ScrubjayException failed;

  public RedactingInputStream(Redactor redactor, InputStream from) {
    this.redactor = redactor;
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (done == out.length && !isOver) fill();
    if (done == out.length) {
      if (failed != null) throw new IOException(failed.getMessage());
      return -1;
    }
    int size = Math.min(length, out.length - done);
    System.arraycopy(out, done, to, offset, size);
    done += size;
    return size;
  }

  private void fill() throws IOException {
    int size = Math.max(0, from.read(input));
    isOver = size == 0;
    done = 0;
    try {
      out = redactor.run("sj_feed", input, size, size, isOver ? 1 : 0);
    } catch (ScrubjayException stopped) {
      isOver = true;
      failed = stopped;
      out = (new String(Redactor.WITHHELD) + "\n").getBytes();
    }
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
