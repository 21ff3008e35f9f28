// How often bytes stand in logs, so that the prefilter stops at rare fragments. Rounded from 50 MB of
// access, CI, service and JSON logs; the order matters, not the digits.

const COMMON = 'et a0io1ns2rlc34d5.-/um:p6789"h,f=g_bvykw';
const RARE = "jqxzTSEACINDRPOFMLGBUVWHKXYJQZ";

const frequency = new Float64Array(256).fill(0.0005);
for (let i = 0; i < COMMON.length; i++) frequency[COMMON.charCodeAt(i)] = 0.05 / (1 + i / 6);
for (let i = 0; i < RARE.length; i++) frequency[RARE.charCodeAt(i)] = 0.006 / (1 + i / 6);

/** The share of log bytes that are `byte`. */
export function frequencyOf(byte: number): number {
  return frequency[byte]!;
}

/** Words of service, web and CI logs. */
const COMMON_WORDS =
  "hostname headers user agent request response created updated deleted status code error warning message " +
  "level time method path query params remote address port server client service version build process name " +
  "type value data info debug main thread test module file line function object string number true false null " +
  "login logout session site http https www com org net api app web node index platform windows linux home " +
  "usr local lib bin src java python docker connection connected closed started stopped running failed success " +
  "completed download upload install package public private internal content length accept encoding language " +
  "host origin referer forwarded date timestamp duration elapsed bytes size count total memory disk cpu worker " +
  "task job queue event action result results reason exception stack trace from with for the and not found " +
  'reqid requestid traceid spanid upstream downstream missing simple proxy raw json blob base record public "api ' +
  "/api /usr /var /opt stream system yaml master slave block info, warn, .json .java .py: .js: org. com. 0.1 10. 192. " +
  ".com .org .net .io search complete config interface namespace native archive android string strings able ions " +
  "content security browser extension manifest toolkit component resource target source folder output input " +
  "starting finished checking running exit timeout retry commit branch master release debug trace notice critical " +
  "match index fields must should query failed filter operation duration system strict auth source property root " +
  "authentication description match mozilla applewebkit gecko chrome safari firefox username invalid admin hits pid async " +
  "ignore unavailable enable reduce mappings session agent action order default tcp udp internal zone domain like max min " +
  "minimum maximum stored preference application length attempt attempts interval unknown single dataset operations " +
  "microsoft net group command select policy license severity category fixed device timezone audit rule denied account " +
  "localhost users config state controller connect connected sent tags reason home list trace functions cache redis " +
  "database alert email received detected mode sudo dns metadata consumer dashboard country kernel intel update location " +
  "allow cloud manager exists kubernetes starting nginx memory partition directory exec details object target attack title " +
  "geo threat deleted context processed include pwd cluster eventid requestid machine site create closed segment image " +
  "rhost euid logname preauth disconnect received accepted refused unreachable rejected subject issuer region account " +
  "volume mounted snapshot replica leader follower offset offsets topic broker consumer producer schema table row rows " +
  "column values changed removed deleted pending scheduled active enabled disabled password: user= uid= pid= id= ip= port= " +
  "status= code= method= path= time= msg= level= ts= err= error= size= type= name= key= value= state= count= duration=";

/** Others that are no part of a word. */
const COMMON_SIGNS = [" - ", "s -i", " -- ", " -i", " :: ", ") -", " => "];

const EVERYWHERE = 40;
/** So many answers are remembered. */
const GRAMS_MOST = 10_000;

const words = (): readonly string[] => [...COMMON_WORDS.split(" "), ...COMMON_SIGNS];

/** The last six bytes of many a line's words, with what may stand in front of them. */
export function commonEnds(): readonly (readonly number[])[] {
  return words()
    .filter((word) => /[a-z]$/.test(word))
    .flatMap((word, i) => {
      const ends = ['  "', "  /", "   ", ' "_'].map((front) => (front + word).slice(-6));
      // The first ones are in every line of many logs.
      return i < EVERYWHERE ? [...ends, ...ends, ...ends] : ends;
    })
    .map((end) => [...end].map((c) => c.charCodeAt(0)));
}

/** Three and four bytes each, in lower case, of what stand in many a line. */
export function commonGrams(): readonly (readonly number[])[] {
  const grams = words().flatMap((word) =>
    [3, 4].flatMap((width) =>
      Array.from({ length: Math.max(0, word.length - width + 1) }, (_, i) => word.slice(i, i + width)),
    ),
  );
  return [...new Set(grams)].map((gram) => [...gram].map((c) => c.charCodeAt(0)));
}

const knownGrams = new Map<string, boolean>();

/** Whether three or four bytes, in lower case, are part of a word that stands in many a line. */
export function isCommonGram(bytes: readonly number[]): boolean {
  const gram = String.fromCharCode(...bytes);
  const known = knownGrams.get(gram);
  if (known !== undefined) return known;
  const isPart = !gram.includes(" ") && COMMON_WORDS.includes(gram);
  const isCommon = isPart || COMMON_SIGNS.some((sign) => sign.includes(gram));
  if (knownGrams.size < GRAMS_MOST) knownGrams.set(gram, isCommon);
  return isCommon;
}
