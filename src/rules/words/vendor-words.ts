import { vendorRules } from "../vendors.ts";

/** Issuers whose bare name is a word of the language: `SEGMENT_KEY` and `square_key` may be anybody's. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "age apollo box brave convex copper cursor defined drone dub fireworks fly generic harness here " +
    "jwk jwt key lark linear lob make meta mercury neon neptune octopus peers persona planet polar proof ramp " +
    "render replicate resend riot segment semaphore sonar spectral split square stability steam teams " +
    "together trigger vault x"
  ).split(" "),
);

/** Issuers that the catalogue has no rule for; their keys have no shape of their own. */
// biome-ignore format: a table
const OTHERS =
  "ably abstractapi abtasty abuseipdb accuweather activecampaign adapty afterpay aftership agentops ai21 aimlapi airbrake airbyte " +
  "akeyless alephalpha alienvault alpaca alphavantage alteryx amadeus amazon amperity amplitude anthropic anyrun apigee " +
  "apolloio appcues appdynamics applitools appsflyer appveyor arcgis arize arizeai arkose artifactory ashbyhq assemblyai " +
  "attio auth0 authorizenet authy azure azuredevops baichuan bamboohr bandsintown bandwidth base44 " +
  "basecamp baseten battlenet betterstack betteruptime bfl bigcommerce bigdatacloud bigmodel binance binaryedge bitbucket " +
  "bitfinex bitget bithumb bitmart bitmex bitpay bitrise bitstamp blackforestlabs blizzard blockcypher " +
  "blockfrost bluesky bluesnap blynk brandfetch braze brex brightcove brightdata browserless browserstack bscscan btcpay bugfender " +
  "bugsnag buildbuddy builderio bungie bunnycdn bunnynet bybit cachefly calendly cdn77 censys cexio chainstack chargebee checkmarx " +
  "checkr chromatic civo clarifai clearbit clearml clicksend clockify cloudant cloudconvert cloudflared " +
  "cloudfront cloudinary cloudns cocoapods codacy codat codeberg codeclimate codecov codefresh codeium codemagic " +
  "codesandbox cognito coinapi coinbasepro coincap coingecko coinlayer coinmarketcap coinone cometchat commercetools " +
  "conekta confidentai confluence contabo convertkit coralogix coreweave covalent coveralls crawlbase criminalip " +
  "cronitor crowdin crowdstrike crusoe cryptocom cryptocompare cryptoquant culqi currencylayer customerio cyberark " +
  "cypress dagshub dailymotion dashlane dashscope datadog dataiku datarobot datocms deepai deepgram deepinfra deepl deepsource dehashed " +
  "delinea dependabot deribit descope desec devcycle develocity dhl dialogflow diffbot dify directus dlocal dnsimple dnsmadeeasy " +
  "dockerhub docusign dolbyio doubao dreamhost drupal duckdns dwolla dydx dynu easydns ebanx ecobee ecwid edamam edgio egnyte " +
  "elasticemail engagespot eppo equinix esri etherscan etrade eventbrite evernote ewelink exaai expedia expressvpn faceit falai " +
  "fastlane fastspring fauna faunadb featherless fedex filestack financialmodelingprep finnhub firebase firebolt fireflies " +
  "firehydrant fivetran flickr flowise fluidstack fofa forgejo foursquare freshbooks freshchat freshdesk freshsales freshworks " +
  "frontegg fullcontact fullstory fusionauth galileoai gandi gateio gcore gcp gemfury geminiai geoapify geocodio geonames " +
  "getstream ghcr giphy gitbook gitea gitguardian gitpod gladia glassnode gnews godaddy gogs googleai gorgias goshippo gotify " +
  "govee graphcms graphhopper greynoise growthbook gumroad gupshup harvestapp hasura haveibeenpwned hcaptcha " +
  "healthchecks healthchecksio helius hellosign helpscout hetzner hibob hibp higgsfield hightouch holidayapi homeassistant " +
  "honeybadger hotjar huawei huaweicloud humeai humio hundredms hunterio hunyuan huobi hybridanalysis hygraph hyperbolic " +
  "hyperliquid hyperpay hyperstack ibkr ibm idenfy ideogram iflytek igdb imgix imgur imperva incidentio indodax " +
  "inferencenet influxdb infobip infura insightly instabug instagram instana intelx intrinio inwx ionos ipapi ipbase ipdata " +
  "ipgeolocation ipinfo ipqualityscore ipregistry ipstack iterable iyzico jigsawstack jira joesandbox jotform jumio " +
  "jumpcloud jwplayer kagi kakao kaleyra kamatera kameleoon keycdn keywordsai kieai kimi kinde klarna knocklabs kochava " +
  "kontent korbit kraken kucoin kushki kustomer lacework lambdalabs lambdatest lancedb langchain langdock lastfm leakix " +
  "lemonsqueezy leonardoai leverco lifx limelight linode litellm lithic livechat livekit lmnt loadster localazy " +
  "locationiq logdna loggly logrocket logtail logzio lokalise losant lovable lunary lusha lytics mabl magento magicbell " +
  "mailerlite mailjet mailtrap mapquest maptiler marketstack marqeta marqo mastodon " +
  "matillion matomo mediastack meilisearch mercadopago messagebird messari metaflow meteomatics mexc mezmo microsoft middesk " +
  "midjourney milvus mintlify miro mistralai mixpanel mlflow momento moonshot moosend moov moralis motherduck mparticle msg91 " +
  "mullvad murf namecheap nango nasaapi naver nessus netcup netlas netsuite newsapi newsdata nexmo nhost noip nomic " +
  "nominatim nordvpn novita novu ns1 numverify nutritionix nytimes oanda okta okx omdb omise onelogin onfido openai opencage " +
  "opencagedata opencart openfda opennode openpay openpipe openrouteservice opensea opentok openweather openweathermap opsgenie " +
  "optimizely otx outerbounds ovh oxylabs packagecloud packagist packlink pagseguro pandadoc paperspace papertrail parasail " +
  "patronus paxful paystack paytm payu pendo peopledatalabs personio pexels phemex piapi pikalabs pingdom " +
  "pingidentity pingone pipedream pipedrive pixabay placid playht plivo pocketbase poeditor poloniex polygonscan porkbun " +
  "portkey positionstack postgrid postmark predibase prerender prestashop primeintellect printful printify prismic " +
  "promptlayer propelauth protonvpn pulsedive pusher pushwoosh qase qdrant qonversion qualys quandl questdb quickbooks quicknode " +
  "qwen rackspace rapid7 rapidapi ravendb rawg raygun recaptcha recurly reddit reka removebg replit requesty resembleai retellai " +
  "revai revenuecat revspeech rippling rocketchat rocketreach rollbar route53 rudderstack rumble runwayml rutter saleor sambanova " +
  "saucelabs scaleway schwab scrapingbee screenshotlayer searchapi seatgeek securitytrails segmentio semgrep sendbird sendcloud " +
  "sendinblue sendpulse sensu sentinelone serpapi serper serpstack sezzle shipengine shipstation shodan shopware " +
  "shuftipro shutterstock signalfx siliconflow sinch singlestore skyscanner smartling smartlook smartproxy smartsheet smartthings " +
  "smartystreets smtp2go snapchat snipcart snov snovio snowflake snowplow socketlabs socure sonarcloud sonatype soundcloud sourcery " +
  "sparkpost speechify speechmatics splunk spoonacular spotify squadcast squarespace stackblitz stackpath startree statuscake " +
  "statuspage stepfun stitchdata stoplight stormglass storyblok strava sumologic sumsub supertokens superwall suprsend surveymonkey " +
  "swaggerhub switchbot synthesia sysdig tabnine talkjs tatum tavus tawk tealium tenable tensordock testmo " +
  "testrail textlocal textmagic thegraph thingspeak thundercompute thycotic ticketmaster tidb tigergraph tiingo timescale " +
  "timezonedb tinify tinybird tinypng tmdb todoist toggl tokbox tomorrowio tomtom traceloop tradier transifex transloadit " +
  "travelport travis treasuredata trello tripadvisor truefoundry truelayer trufflehog trulioo tumblr turborepo turnstile turso tuya " +
  "twelvedata twingate tyk typesense ultravox unsplash upbit uploadcare upstash uptimerobot urlscan userstack usps valyu vapi " +
  "vastai vellum veracode veriff victorops vimeo virustotal visualcrossing volcengine vonage vtex vultr vwo wati " +
  "wavefront wavespeed wavespeedai weatherapi weatherbit weatherstack weaviate webex webflow wechat weglot weibo " +
  "what3words whatsapp whereby whitesource wistia wiz wolfram wolframalpha wompi woocommerce woox wordpress workday " +
  "worldpay wrike wyze xero xunfei yapily yelp youtube yubico zai zendesk zenml zenrows zerobounce zerotier zettle zilliz " +
  "zipcodeapi zipcodebase zoom zoomeye zoominfo zulip";

/** What a key is for, where an object is named so: `'crypt' => ['key' => '…']`. */
const PURPOSES = "crypt encryption";

/** Words that name an issuer of keys, and nothing else: letters and digits, as they stand in names. */
export const vendorWords: readonly string[] = [
  ...new Set([
    ...vendorRules
      .map(({ id }) => id.replace(/\/.*/, "").replaceAll("-", ""))
      .filter((word) => !EVERYDAY.has(word)),
    ...OTHERS.split(" "),
    ...PURPOSES.split(" "),
  ]),
].sort();
