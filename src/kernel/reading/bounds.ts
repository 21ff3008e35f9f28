// How far a decision may look, in bytes. The host keeps CONTEXT bytes before what is scanned again, and a decision has
// to be made within DECISION_LIMIT bytes of where the scan goes on: that the bounds keep to both is checked when the
// kernel is compiled.
import { CONTEXT, DECISION_LIMIT, MAX_SPANS, PROGRAM, SPAN_SIZE, SPANS } from "../abi";

const KEPT: usize = CONTEXT;
const DECIDED: usize = DECISION_LIMIT;

// Back, from where a name ends.

/** Names longer than this are not looked at. */
export const NAME_MOST: usize = 96;
/** So many words of a name are looked at after its head, and in front of it for a vendor's. */
export const NAME_WORDS_MOST = 6;
/** The word that names an issuer is no longer, with the marks in it. */
export const ISSUER_MOST: usize = 32;
/** What stands before a name in an ARN is no longer. */
export const RESOURCE_MOST: usize = 80;
/** Before a name, a flag has no more. */
export const FLAG_MOST: usize = 96;
/** The start of a table's heading and the line over it are looked for so far back. */
export const HEADING_BACK_MOST: usize = 200;
/** So far back placeholders in front of one are counted. */
export const BOUND_BACK_MOST: usize = 150;

if (NAME_MOST + BOUND_BACK_MOST > KEPT) ERROR("Placeholders are counted further back than the host keeps");
if (NAME_MOST + RESOURCE_MOST > KEPT)
  ERROR("The name of a resource is looked at further back than the host keeps");
if (NAME_MOST + FLAG_MOST > KEPT) ERROR("A flag is looked at further back than the host keeps");
if (HEADING_BACK_MOST > KEPT) ERROR("A heading is looked for further back than the host keeps");

// Back, from where something else is looked at.

/** `&quot;` and the like are no longer. */
export const ENTITY_MOST: usize = 9;
/** A colour code has no more parameters and separators. */
export const COLOUR_MOST: usize = 24;

// Forward.

/** Digits that may stand after a name's last letter: `password1`, `token_2`. */
export const NAME_DIGITS_MOST: usize = 3;
/** So many bytes of blanks and colours are passed over in one go. */
export const BLANKS_MOST: usize = 256;
/** Longer runs of backslashes are treated as ordinary text. */
export const MAX_ESCAPES: u32 = 64;
/** The same of `\x5C`, which is four times as long. */
export const MAX_HEX_ESCAPES: u32 = 16;
/** So many backslashes may escape an escape character. */
export const MAX_COLOUR_ESCAPES: usize = 8;
/** An escape before a name is no longer. */
export const ESCAPE_MOST: usize = 24;
/** A table's heading, from its start. */
export const HEADING_MOST: usize = 512;
/** A row of a table, which is read as a whole, and a cell of an INSERT. */
export const ROW_MOST: usize = 1024;
/** A row of a table with a heading. Of a longer one, the cells are looked at one by one. */
export const TABLE_ROW_MOST: usize = 3584;
/** A string among the values of an INSERT. */
export const LITERAL_MOST: usize = 3584;
/** A cell of a heading. */
export const CELL_MOST: usize = 40;
/** A line is looked at so far for a sign of a block's body. */
export const BODY_LINE_MOST: usize = 256;
/** A member's name in an object under a sensitive name, with its quotes. */
export const MEMBER_NAME_MOST: usize = 256;
/** The text of a member that stays there. */
export const MEMBER_STAYS_MOST: usize = 200;
/** Deeper, every member goes. */
export const MEMBERS_DEPTH_MOST: u32 = 250;
/** The name of a tag. */
export const TAG_NAME_MOST: usize = 64;
/** The schema of a credential. */
export const SCHEMA_MOST: usize = 512;
/** Between the strings that a program joins. */
export const JOINED_MOST: usize = 64;
/** A word: a scheme of Authorization, a function of SQL. */
export const WORD_MOST: usize = 40;
/** A value of several words that no quote encloses. */
export const WORDS_MOST: usize = 160;
/** The time that a record begins with. */
export const RECORD_HEAD_MOST: usize = 40;
/** What a record in JSON says after its text. */
export const RECORD_REST_MOST: usize = 512;
/** The name of a parameter of a scheme or of an attribute of a cookie. */
export const PARAMETER_MOST: usize = 64;
/** The name of a parameter of a query. */
export const QUERY_NAME_MOST: usize = 2048;
/** The name of a cookie. */
export const COOKIE_NAME_MOST: usize = 256;
/** The attributes between two cookies. */
export const ATTRIBUTES_MOST: usize = 256;
/** A word is looked at so far for what makes it a token. */
export const TOKEN_LOOK_MOST: usize = 24;
/** A token on a line of its own after a folded header. */
export const TOKEN_FOLD_MOST: usize = 256;
/** A value that a check decides. */
export const CHECKED_MOST: usize = 512;
/** What stands before the first value of an INSERT. */
export const INSERT_HEAD_MOST: usize = 1536;
/** Rows of placeholders. */
export const BOUND_ROWS_MOST: usize = 512;
/** Between a statement's last placeholder that is known and the word in front of the list of its values. */
export const BINDINGS_MOST: usize = 400;
/** Between that word and the list. */
export const LIST_OPEN_MOST: usize = 64;
/** Between the rows of an INSERT and a list that has their values once more. */
export const LIST_BEHIND_MOST: usize = 160;
/** A list of bound values in front of its statement, what stands between them, and the statement. */
export const BOUND_LIST_MOST: usize = 1024;
export const STATEMENT_GAP_MOST: usize = 200;
export const STATEMENT_MOST: usize = 1024;

if (NAME_MOST + INSERT_HEAD_MOST + BOUND_ROWS_MOST + ROW_MOST + BINDINGS_MOST + LIST_OPEN_MOST > DECIDED)
  ERROR("The values of a statement take too long to find");
if (NAME_MOST + BOUND_LIST_MOST + ROW_MOST + STATEMENT_GAP_MOST + STATEMENT_MOST + BLANKS_MOST > DECIDED)
  ERROR("A statement after its values takes too long to find");
if (NAME_MOST + INSERT_HEAD_MOST + BLANKS_MOST > DECIDED) ERROR("An INSERT takes too long to decide");
if (NAME_MOST + CHECKED_MOST + BLANKS_MOST > DECIDED) ERROR("A checked value takes too long to decide");
if (ATTRIBUTES_MOST + COOKIE_NAME_MOST > DECIDED) ERROR("A cookie takes too long to decide");
if (NAME_MOST + HEADING_MOST + BLANKS_MOST > DECIDED) ERROR("A heading takes too long to decide");
if (ROW_MOST + BLANKS_MOST > DECIDED) ERROR("A row takes too long to decide");
if (TABLE_ROW_MOST + BLANKS_MOST > DECIDED) ERROR("A table's row takes too long to decide");
if (LITERAL_MOST + BLANKS_MOST > DECIDED) ERROR("A value of a statement takes too long to decide");
if (BODY_LINE_MOST + BLANKS_MOST > DECIDED) ERROR("A line of a block takes too long to decide");

if (SCHEMA_MOST + MEMBER_NAME_MOST + BLANKS_MOST > DECIDED) ERROR("A schema takes too long to decide");

// The list of spans.

/** Spans of one match that find room when the list is full: one for each of its lines. */
export const SPARE_SPANS: i32 = 90;

if (SPANS + (MAX_SPANS + SPARE_SPANS) * SPAN_SIZE > PROGRAM) ERROR("The spans reach into the program");
