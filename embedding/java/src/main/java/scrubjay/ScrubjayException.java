package scrubjay;

/** What went wrong; it has nothing of any input. */
public class ScrubjayException extends RuntimeException {
  /** The instance stopped in the middle of a call: what it was given is withheld. */
  public static final class Stopped extends ScrubjayException {
    Stopped() {
      super("scrubjay: the instance stopped; the rest of the stream is withheld");
    }
  }

  ScrubjayException(String message) {
    // Without a cause: its text may have what lay in the memory.
    super(message, null);
  }
}
