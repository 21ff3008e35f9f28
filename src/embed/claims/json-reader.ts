// Reads the JSON of a token's part to its end, as strictly as `JSON.parse`, and keeps the members that are shown.
import { hexOf } from "../secret/plain-secret";
import { standsAt } from "../secret/utf";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
/** Of several audiences so many are shown. */
const AUDIENCES_MOST = 3;

/** What a value that was read is, as far as it matters. */
const BROKEN = 0;
const STRING = 1;
const NUMBER = 2;
const OTHER = 3;

export class JsonReader {
  alg: string = "";
  iss: string = "";
  audiences: string[] = [];
  exp: f64 = NaN;
  jti: string = "";
  hasJti: bool = false;
  private at: i32 = 0;
  private text: string;
  /** The last string and number that were read. */
  private string: string = "";
  private number: f64 = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the text is a JSON object, and nothing else. */
  readDocument(): bool {
    this.skipBlanks();
    if (!this.take(OPEN_OBJECT)) return false;
    this.skipBlanks();
    if (!this.take(CLOSE_OBJECT)) {
      do {
        this.skipBlanks();
        if (!this.readString()) return false;
        const name = this.string;
        this.skipBlanks();
        if (!this.take(COLON) || !this.readMember(name)) return false;
        this.skipBlanks();
      } while (this.take(COMMA));
      if (!this.take(CLOSE_OBJECT)) return false;
    }
    this.skipBlanks();
    return this.at == this.text.length;
  }

  /** Of members of one name, the last one counts. */
  private readMember(name: string): bool {
    this.skipBlanks();
    if (name == "aud") return this.readAudiences();
    const kind = this.readValue();
    const text = kind == STRING ? this.string : "";
    if (name == "alg") this.alg = text;
    else if (name == "iss") this.iss = text;
    else if (name == "exp") this.exp = kind == NUMBER ? this.number : NaN;
    else if (name == "jti") {
      this.jti = text;
      this.hasJti = kind == STRING;
    }
    return kind != BROKEN;
  }

  private readAudiences(): bool {
    this.audiences = [];
    if (this.unit() != OPEN_ARRAY) {
      const kind = this.readValue();
      if (kind == STRING) this.audiences.push(this.string);
      return kind != BROKEN;
    }
    this.at++;
    this.skipBlanks();
    if (this.take(CLOSE_ARRAY)) return true;
    do {
      this.skipBlanks();
      const kind = this.readValue();
      if (kind == BROKEN) return false;
      if (this.audiences.length < AUDIENCES_MOST) this.audiences.push(kind == STRING ? this.string : "");
      this.skipBlanks();
    } while (this.take(COMMA));
    return this.take(CLOSE_ARRAY);
  }

  private readValue(): i32 {
    const unit = this.unit();
    if (unit == QUOTE) return this.readString() ? STRING : BROKEN;
    if (unit == OPEN_OBJECT || unit == OPEN_ARRAY) return this.skipContainer() ? OTHER : BROKEN;
    if (unit == 0x2d || <u32>unit - 0x30 < 10) return this.readNumber() ? NUMBER : BROKEN;
    return this.takeWord("true") || this.takeWord("false") || this.takeWord("null") ? OTHER : BROKEN;
  }

  /** Without recursion, so that no depth is too much: a bit says of each open container whether it is an object. */
  private skipContainer(): bool {
    const open: u8[] = [];
    let isMember = false;
    while (true) {
      this.skipBlanks();
      if (isMember) {
        if (!this.readString()) return false;
        this.skipBlanks();
        if (!this.take(COLON)) return false;
        this.skipBlanks();
      }
      const unit = this.unit();
      if (unit == OPEN_OBJECT || unit == OPEN_ARRAY) {
        this.at++;
        this.skipBlanks();
        if (!this.take(unit == OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY)) {
          isMember = unit == OPEN_OBJECT;
          open.push(isMember ? 1 : 0);
          continue;
        }
      } else if (this.readValue() == BROKEN) return false;
      for (;;) {
        this.skipBlanks();
        if (open.length == 0) return true;
        isMember = open[open.length - 1] == 1;
        if (this.take(COMMA)) break;
        if (!this.take(isMember ? CLOSE_OBJECT : CLOSE_ARRAY)) return false;
        open.pop();
      }
    }
  }

  private readString(): bool {
    if (!this.take(QUOTE)) return false;
    const start = this.at;
    let text = "";
    let kept = start;
    for (;;) {
      const unit = this.unit();
      if (unit < 0x20) return false;
      if (unit == QUOTE) break;
      this.at++;
      if (unit != BACKSLASH) continue;
      text += this.text.substring(kept, this.at - 1);
      const escaped = this.readEscape();
      if (escaped < 0) return false;
      text += String.fromCharCode(escaped);
      kept = this.at;
    }
    this.string =
      kept == start ? this.text.substring(start, this.at) : text + this.text.substring(kept, this.at);
    this.at++;
    return true;
  }

  /** The unit that an escape stands for, after its backslash; -1: it is none. */
  private readEscape(): i32 {
    const letter = this.unit();
    this.at++;
    if (letter == QUOTE || letter == BACKSLASH || letter == 0x2f) return letter;
    if (letter == 0x62) return 8;
    if (letter == 0x66) return 12;
    if (letter == 0x6e) return 10;
    if (letter == 0x72) return 13;
    if (letter == 0x74) return 9;
    if (letter != 0x75) return -1;
    let unit = 0;
    for (let i = 0; i < 4; i++, this.at++) {
      const digit = hexOf(this.unit());
      if (digit > 15) return -1;
      unit = (unit << 4) | <i32>digit;
    }
    return unit;
  }

  private readNumber(): bool {
    const start = this.at;
    this.take(0x2d);
    if (!this.take(0x30) && !this.skipDigits()) return false;
    if (this.take(0x2e) && !this.skipDigits()) return false;
    if ((this.unit() | 0x20) == 0x65) {
      this.at++;
      if (!this.take(0x2b)) this.take(0x2d);
      if (!this.skipDigits()) return false;
    }
    this.number = parseFloat(this.text.substring(start, this.at));
    return true;
  }

  private skipDigits(): bool {
    const start = this.at;
    while (<u32>this.unit() - 0x30 < 10) this.at++;
    return this.at > start;
  }

  private takeWord(word: string): bool {
    if (!standsAt(this.text, word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** The unit that is read next; 0 past the end. */
  private unit(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : 0;
  }

  private take(unit: i32): bool {
    if (this.unit() != unit || this.at >= this.text.length) return false;
    this.at++;
    return true;
  }

  private skipBlanks(): void {
    for (;;) {
      const unit = this.unit();
      if (unit != 0x20 && unit != 0x09 && unit != 0x0a && unit != 0x0d) return;
      this.at++;
    }
  }
}
