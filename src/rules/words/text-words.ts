import type { TextWords } from "../rule.ts";

/**
 * Words that tell what stands in a text, compared whole: the kernel asks for a list by its name and knows none of its
 * words. In an example, what is between « and » is the credential; in `not` none is, or only what is marked.
 */
export const textWords: readonly TextWords[] = [
  {
    list: "headers of key blocks", // RFC 1421 section 4.6, RFC 9580 section 6.2
    words: "proc-type dek-info version comment hash charset subject",
    example:
      "-----BEGIN PRIVATE KEY-----\nComment: of ann\n\n«c2VjcmV0IGtleSBtYXRlcmlhbA»\n-----END PRIVATE KEY-----",
    not: "-----BEGIN PRIVATE KEY-----\nCommentary: of ann\nand so on\n-----END PRIVATE KEY-----",
  },
  {
    list: "constants of SQL", // where a line begins with a cell
    words: "null default true false current_timestamp",
    example: "INSERT INTO users (id, password) VALUES (\nnull, '«hunter22x»')",
    not: "INSERT INTO users (id, password) VALUES (\nnullable, 'hunter22x')",
  },
  {
    list: "begin of rows in SQL",
    words: "values value",
    example: "INSERT INTO users (id, password) VALUE (1, '«hunter22x»')",
    not: "INSERT INTO users (id, password) VALUED (1, 'hunter22x')",
  },
  {
    list: "lists of bindings", // what ORMs write between a statement and its values; "generated in", "cached since" of SQLAlchemy
    words: "bindings binds bind parameters parameter params args arguments generated cached raw returning",
    example: "INSERT INTO users (name, password) VALUES (?, ?) -- PARAMETERS: ['ann', '«hunter22x»']",
    not: "INSERT INTO users (name, password) VALUES (?, ?) -- PARAMETRIC: ['ann', 'hunter22x']",
  },
  {
    list: "verbs of SQL", // a string that begins with one is a statement, and its values may stand in another member
    words: "insert replace update delete select with",
    example: '{"sql":"insert into users (name, password) values (?, ?)","bindings":["ann","«hunter22x»"]}',
    not: '{"url":"/?q=insert into users (name, password) values (?, ?)","params":["ann","hunter22x"]}',
  },
  {
    list: "settings of cookies", // RFC 6265 section 4.1.1, and what sessions of Node show of themselves
    words: "path maxage expires httponly originalmaxage",
    example: "{ cookie: { paths: '«hunter22x»' } }",
    not: "{ cookie: { path: '/', httpOnly: true } }",
  },
  {
    list: "dates of cookies", // their commas separate no cookies
    words: "expires",
    example: "set-cookie: sid=«hunter22x»; Expires=Wed, 21 Oct 2026 07:28:00 GMT, tid=«hunter33x»",
    not: "set-cookie: sid=«hunter22x»; Path=/, tid=«hunter33x»",
  },
  {
    list: "elements of a name",
    words: "name key field param parameter property variable attribute header label dt th",
    example: "<param-name>password</param-name><x>«hunter22x»</x>",
    not: "<surname>password</surname><x>hunter22x</x>",
  },
  {
    list: "types in a schema", // of JSON, of a search engine, of an ORM
    words:
      "string number integer boolean object array null text keyword date datetime timestamp uuid binary long int float " +
      "double decimal any varchar char bytes email",
    example: '{"password":{"type":"strings","minLength":"«hunter22x»"}}',
    not: '{"password":{"type":"string","minLength":8}}',
  },
  {
    list: "names of types in a schema",
    words: "type",
    example: '{"password":{"typeface":"string","minLength":"«hunter22x»"}}',
    not: '{"password":{"type":"string","minLength":8}}',
  },
  {
    list: "references in a schema",
    words: "ref anyof oneof allof not",
    example: '{"password":{"$refs":"«hunter22x»"}}',
    not: '{"password":{"$ref":"#/components/schemas/Password"}}',
  },
  {
    list: "nothing", // where no quotes stand around it, whatever the name is
    words: "null undefined",
    example: "password=«nullable-7x»",
    not: '{"password":null}',
  },
  {
    list: "verbs of setters",
    words: "set with",
    example: 'config.setPassword("«hunter22x»")',
    not: 'config.resetPassword("hunter22x")',
  },
  {
    list: "values of pairs", // the last word of a member's name
    words: "value val",
    example: '<property name="password" value="«hunter22x»"/>',
    not: '<property name="password" valued="hunter22x"/>',
  },
  {
    list: "sides of changes", // names of the members that hold what was and what is
    words: "old new from to before after previous current",
    example: '{"field":"password","old":"«hunter22x»","new":"«hunter33x»"}',
    not: '{"field":"password","old":"«hunter22x»","news":"hunter33x"}',
  },
  {
    list: "words of sentences", // where one of them stands, what is after a name is no password of several words
    words:
      "is are was were be been being am has have had do does did will would can could should shall may might must cannot not " +
      "no nor this that these those which what when where why how please for from to of at by with without into on onto off " +
      "under about against between during before after because if than via per only already enter entered entering use used " +
      "using set changed changing reset expired expires expiring invalid valid required missing failed fails failure failing " +
      "error errors success successful successfully found updated created deleted removed added provided supplied given " +
      "received sent check checked checking try trying retry retrying see ensure rejected accepted denied disabled enabled " +
      "rotated rotation revoked validated validation loaded loading generated stored refreshed refreshing verified matched " +
      "mismatch incorrect correctly unknown empty default hidden redacted masked and/or or readonly unsigned const impl dyn mut " +
      "keyof typeof new await async string number int void char byte bytes bit bits characters chars files systemd compat sss " +
      "ldap winbind nis your goes",
    example: "password: «hunter mustang»",
    not: "password: «hunter» must change",
  },
  {
    list: "streams of programs", // where a container's runtime says of which a record is, and that its line goes on
    words: "stdout stderr",
    example: "2026-03-02T09:14:01Z stdout P token=«hunter22x»\n2026-03-02T09:14:01Z stdout F «y33» ok",
    not: "2026-03-02T09:14:01Z stdouts P token=«hunter22x»\n2026-03-02T09:14:01Z stdouts F y33 ok",
  },
  {
    list: "names under a vendor", // members of an object, a block or a section that is named after one
    words: "key keys",
    example: '{"openai":{"key":"«2c4dadbd96776b3579435565a6567476»"}}',
    not: '{"openai":{"ticket":"2c4dadbd96776b3579435565a6567476"}}',
  },
  {
    list: "members of records", // of json-file, a log driver of Docker
    words: "log stream attrs time",
    example:
      '{"log":"token=«hunter22x»","stream":"stdout","time":"9"}\n{"log":"«y33» ok\\n","stream":"stdout","time":"9"}',
    not: '{"logs":"token=«hunter22x»","stream":"stdout","time":"9"}\n{"logs":"y33 ok\\n","stream":"stdout","time":"9"}',
  },
  {
    list: "dumps of bytes", // util.inspect of Node, https://nodejs.org/api/buffer.html
    words: "buffer",
    example: "{ password: <Buffer «68 75 6e 74 65 72»>, port: 1 }",
    not: "{ password: <Buffers 68 75 6e>, port: 1 }",
  },
  {
    list: "names of resources", // of Amazon, IBM's cloud; RFC 8141: what looks like a name and its value is a part
    words: "arn crn urn",
    example: "barn:aws:secretsmanager:eu:1:secret:«db-x7Qz»",
    not: "arn:aws:secretsmanager:eu:1:secret:db-x7Qz",
  },
  {
    list: "verbs of changes",
    words: "changed updated rotated",
    example: "password changed from '«hunter22x»' to '«hunter33x»'",
    not: "password exchanged from 'hunter22x' to 'hunter33x'",
  },
  {
    list: "before what was",
    words: "from",
    example: "password from '«hunter22x»' to '«hunter33x»'",
    not: "password form 'hunter22x' to 'hunter33x'",
  },
  {
    list: "before what is",
    words: "to",
    example: "password from '«hunter22x»' to '«hunter33x»'",
    not: "password from 'hunter22x' too 'hunter33x'",
  },
];
