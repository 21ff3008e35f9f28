// What is known of the automaton that is unpacked, and of the row at hand.

/** An automaton's place and size; of one before there is another record like it. */
export class Own {
  static classes: usize = 0;
  static rows: usize = 0;
  static width: u32 = 0;
  /** Words of a row that are no transitions, at its start. */
  static extra: u32 = 0;
  static columns: u32 = 0;
  static context: u32 = 0;
  /** The last state that has been met. */
  static last: u32 = 0;
}

export class Before {
  static classes: usize = 0;
  static rows: usize = 0;
  static width: u32 = 0;
  static states: u32 = 0;
  static isUsed: bool = false;
}

/** What the row at hand is told by. */
export class By {
  static kind: u32 = 0;
  static distance: u32 = 0;
  /** In how many rows one was told so far: tells the images of one row from those of another. */
  static row: u32 = 0;
  static news: u32 = 0;
  /** The most of each word that is no transition, four of 16 bits. */
  static mostExtra: u64 = 0;
}

/** Says which automaton the next one is told by; of one that is not used, only the classes are free of it. */
export function setBefore(classes: usize, rows: usize, width: u32, states: u32, isUsed: bool): void {
  Before.classes = classes;
  Before.rows = rows;
  Before.width = width;
  Before.states = states;
  Before.isUsed = isUsed;
}
