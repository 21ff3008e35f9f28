// The table that the text is in, once its heading has been read.

/** In `Rows.column`: a row starts. */
export const ROW: u32 = 255;
/** The same, but a rule of dashes has to come first. */
export const RULE: u32 = 254;
/** The same: the rest of a row, of which no cell is taken. */
export const REST: u32 = 253;

/** In `Rows.mark`: the rows are those of an INSERT, and `Rows.at` is the end of the cell that is searched. */
export const STATEMENT: u32 = 0x28;

/** The same: each of the values that a statement binds has a line of its own, and the next one is at `Rows.at`. */
export const BOUND: u32 = 1;
/** The same: a table whose heading is underlined, without marks between its cells. */
export const RULED: u32 = 2;

// In `Rows.open`.
/** The end of the row has not been seen: its cells are taken one by one. */
export const LONG_ROW: u32 = 1;
/** `Rows.at` is in a cell whose end has not been seen. */
export const IN_CELL: u32 = 2;
/** The same: the cell is in quotes. */
export const IN_QUOTES: u32 = 4;
/** The same: a part of it has been hidden. */
export const IN_SECRET: u32 = 8;
/** The quote before a cell closed nowhere in reach, or lines later: what is no row may be its text and ends no table. */
export const LEFT_OPEN: u32 = 16;
/** The cell's column stands above these bits, and above others how many backslashes its quote has. */
export const OPEN_COLUMN: u32 = 8;
export const OPEN_COUNT: u32 = 16;

export class Rows {
  /** What stands between its cells; 0: there is no table. */
  static mark: u32 = 0;
  static columns: u32 = 0;
  /** A bit for each secret column. */
  static secret: u32 = 0;
  static rule: u32 = 0;
  /**
   * How many backslashes its line ends have, and tabs between its cells; 0: it stands in no string. Of a STATEMENT, the
   * quote of the long string that is searched in parts.
   */
  static escapes: u32 = 0;
  /** How many strings enclose it. */
  static level: u32 = 0;
  /** Where it is looked at next, and which column starts there. */
  static at: usize = usize.MAX_VALUE;
  static column: u32 = 0;
  /** What is not over in a row that is longer than is looked at; 0: nothing is. */
  static open: u32 = 0;
}

/** Whether a string of a statement's is searched whose end is not known: it is longer than a cell is looked at. */
export function isInLiteral(): bool {
  return Rows.mark == STATEMENT && Rows.escapes != 0;
}

/** Whether `Rows.at` lies within a cell, or where a row's cells are not told apart. */
export function isInCell(): bool {
  return isInLiteral() || (Rows.open & IN_CELL) != 0 || (Rows.mark != 0 && Rows.column == REST);
}

export function endRows(): void {
  Rows.mark = 0;
  Rows.open = 0;
  Rows.at = usize.MAX_VALUE;
}
