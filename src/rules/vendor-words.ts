import { vendorRules } from "./vendors.ts";

/** Issuers whose bare name is a word of the language: `SEGMENT_KEY` and `square_key` may be anybody's. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "age apollo box brave convex copper crossmint cursor defined drone fireworks fly friendli generic harness here " +
    "jwk jwt key lark linear lob make meta mercury neon neptune octopus peers persona planet polar proof ramp " +
    "render replicate resend riot rootly segment semaphore sonar spectral split square stability steam teams " +
    "together trigger unkey vault workato x"
  ).split(" "),
);

/** Issuers that the catalogue has no rule for; their keys have no shape of their own. */
// biome-ignore format: a table
const OTHERS =
  "abuseipdb accuweather ably airbrake alphavantage amadeus amazon amplitude appcues appveyor applitools assemblyai auth0 " +
  "azure bandwidth binance bitbucket bitfinex bitmex bitrise bitstamp blockcypher browserstack brandfetch bscscan bugsnag bybit " +
  "censys chromatic clarifai clearbit clicksend cloudconvert cloudinary codacy codeclimate codecov codefresh coingecko " +
  "coinlayer coinmarketcap confluence coveralls cryptocompare currencylayer customerio cypress datadog deepai desec dialogflow dnsimple " +
  "edamam elasticemail etherscan eventbrite filestack finnhub flickr foursquare freshdesk fullcontact geoapify geocodio giphy godaddy " +
  "graphcms graphhopper greynoise guerrillamail gumroad helpscout hetzner holidayapi honeybadger hunterio ibm imgix imgur infura " +
  "instagram ipdata ipgeolocation ipinfo ipstack jotform keycdn kraken kucoin lambdatest lastfm lemonsqueezy linode logdna " +
  "loggly logzio mailboxlayer mailerlite mailjet mapquest mediastack meilisearch messagebird microsoft mixpanel moralis msg91 " +
  "namecheap newsapi nexmo numverify nutritionix nytimes omdb opencage openweather openweathermap opsgenie optimizely " +
  "ovh papertrail pexels pingdom pixabay plivo polygonscan poloniex positionstack postmark prerender prismic pusher qdrant quandl " +
  "quicknode rapidapi raygun recaptcha recurly rollbar rumble saucelabs scaleway screenshotlayer segmentio sendbird sendinblue " +
  "sensu serpapi serpstack shodan signalfx skyscanner smartsheet snipcart soundcloud sparkpost splunk spoonacular spotify " +
  "statuspage storyblok strava sumologic surveymonkey tatum tawk testrail textlocal ticketmaster tiingo tmdb tomtom transloadit travis trello " +
  "typesense unsplash uploadcare uptimerobot urlscan userstack vimeo virustotal visualcrossing vonage vultr weatherapi " +
  "weatherbit weatherstack weaviate webflow wolfram wolframalpha woocommerce yelp youtube zendesk zerobounce zipcodeapi zoom";

/** Words that name an issuer of keys, and nothing else: letters only, as they stand in names. */
export const vendorWords: readonly string[] = [
  ...new Set([
    ...vendorRules
      .map(({ id }) => id.replace(/\/.*/, "").replaceAll("-", ""))
      .filter((word) => !EVERYDAY.has(word)),
    ...OTHERS.split(" "),
  ]),
].sort();
