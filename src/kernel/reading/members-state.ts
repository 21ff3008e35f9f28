// The object or array under a sensitive name whose members are looked at one by one, while the text of a member that
// stays is searched for everything else.

export class Members {
  /** Where its members are looked at again: after the string that stays. */
  static at: usize = usize.MAX_VALUE;
  static rule: u32 = 0;
  static flags: u32 = 0;
  /** A byte each: its open brackets, those around an array whose elements stay, those around a schema. */
  static depth: u32 = 0;
  /** How many strings enclose it; in the second byte, whether bare values need quotes. */
  static level: u32 = 0;
}
