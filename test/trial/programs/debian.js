// Ruby, PHP, Perl, Tcl, and command lines written in C and Go, from Debian's packages.

/** @import { Program } from "../program.js" */

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", KEY: "opaque", PLAIN: "plain" });

/** @type {readonly Program[]} */
export const debianPrograms = [
  {
    name: "faraday",
    language: "debian",
    packages: ["ruby", "ruby-faraday"],
    interpreter: ["ruby"],
    code: `
require "faraday"
require "logger"
env = ->(name) { ENV["T_" + name] }
client = Faraday.new("http://127.0.0.1:" + env["HTTP"], headers: { "X-Api-Key" => env["KEY"] }) do |f|
  f.request :url_encoded
  f.request :basic_auth, "ann", env["PASSWORD"]
  f.response :logger, Logger.new($stdout), headers: true, bodies: true
end
answer = client.post("/echo/login?access_token=" + env["KEY"], { user: "ann", password: env["PASSWORD"] }, { "Cookie" => "sid=" + env["PLAIN"] })
p answer.env.request_headers, answer.env.request_body, answer.headers
p client
begin
  Faraday.new("http://127.0.0.1:" + env["HTTP"]) { |f| f.response :raise_error }.get("/401", { token: env["KEY"] })
rescue => error
  p error, error.response
end
`,
    secrets: SECRETS,
  },
  {
    name: "ruby-logger",
    language: "debian",
    packages: ["ruby", "ruby-httparty"],
    interpreter: ["ruby"],
    code: `
require "httparty"
require "logger"
require "net/http"
require "pp"
require "yaml"
require "json"
env = ->(name) { ENV["T_" + name] }
http = "http://127.0.0.1:" + env["HTTP"]
Account = Struct.new(:user, :password, :options)
class Session; def initialize(token) = (@token = token; @headers = { "Authorization" => "Bearer " + token, cookie: "sid=" + token }); end
account = Account.new("ann", env["PASSWORD"], { api_key: env["KEY"], "pass" => env["PLAIN"], auth: [:basic, env["PLAIN"]] })
log = Logger.new($stdout)
log.info("shop") { "login #{account.inspect} #{Session.new(env["KEY"]).inspect}" }
log.debug(account.to_h)
log.warn("Parameters: " + { "user" => { "password" => env["PASSWORD"], "remember_token" => env["KEY"] } }.inspect)
log.error(ArgumentError.new("wrong password: " + env["PASSWORD"]))
puts account.to_h.to_yaml, JSON.pretty_generate(account.to_h)
pp account
HTTParty.post(http + "/echo/login?api_key=" + env["KEY"], basic_auth: { username: "ann", password: env["PASSWORD"] }, body: { client_secret: env["PLAIN"] }, debug_output: $stdout)
HTTParty.get(http + "/401", headers: { "X-Api-Key" => env["KEY"] }, logger: log, log_level: :debug, log_format: :curl, cookies: { sid: env["PLAIN"] })
`,
    secrets: SECRETS,
  },
  {
    name: "guzzle",
    language: "debian",
    packages: ["php-cli", "php-curl", "php-guzzlehttp-guzzle"],
    interpreter: ["php"],
    code: `<?php
require "GuzzleHttp/autoload.php";
function env(string $name): string { return getenv("T_" . $name); }
use GuzzleHttp\\{Client, HandlerStack, MessageFormatter, Middleware};
class Output extends Psr\\Log\\AbstractLogger { public function log($level, $message, array $context = []): void { echo "[" . date("c") . "] shop.$level: $message\\n"; } }
$stack = HandlerStack::create();
foreach ([MessageFormatter::DEBUG, MessageFormatter::CLF . " {req_header_Authorization} {req_body}"] as $format) $stack->push(Middleware::log(new Output(), new MessageFormatter($format)));
$client = new Client(["base_uri" => "http://127.0.0.1:" . env("HTTP"), "handler" => $stack, "debug" => fopen("php://stdout", "w"), "http_errors" => true]);
$client->post("/echo/login", ["auth" => ["ann", env("PASSWORD")], "form_params" => ["user" => "ann", "password" => env("PASSWORD")], "query" => ["access_token" => env("KEY")], "headers" => ["Cookie" => "sid=" . env("PLAIN")]]);
try { $client->get("/401", ["headers" => ["X-Api-Key" => env("KEY")], "json" => ["client_secret" => env("PLAIN")]]); } catch (Exception $error) { echo $error, "\\n"; print_r($error->getRequest()->getHeaders()); var_dump($error->getRequest()->getUri()); }
var_export($client->getConfig("base_uri"));
`,
    secrets: SECRETS,
  },
  {
    name: "monolog",
    language: "debian",
    packages: ["php-cli", "php-monolog"],
    interpreter: ["php"],
    code: `<?php
require "Monolog/autoload.php";
use Monolog\\Formatter\\{JsonFormatter, LineFormatter, LogfmtFormatter, NormalizerFormatter, HtmlFormatter};
function env(string $name): string { return getenv("T_" . $name); }
class Account { public $user = "ann"; protected $password; private ?string $apiKey; public function __construct() { $this->password = env("PASSWORD"); $this->apiKey = env("KEY"); } }
function connect(string $dsn, string $user, string $password) { throw new PDOException("SQLSTATE[28000] Access denied (using password: YES) for $dsn"); }
foreach ([new LineFormatter(null, null, true, true), new JsonFormatter(), new HtmlFormatter()] as $format) {
  $handler = new Monolog\\Handler\\StreamHandler("php://stdout");
  if (method_exists($format, "includeStacktraces")) $format->includeStacktraces();
  $log = new Monolog\\Logger("shop", [$handler->setFormatter($format)]);
  $log->info("login", ["user" => "ann", "password" => env("PASSWORD"), "headers" => ["Authorization" => ["Bearer " . env("KEY")]]]);
  $log->debug("POST /login?token=" . env("KEY"), ["body" => json_encode(["client_secret" => env("PLAIN"), "pin" => 17])]);
  try { connect("mysql:host=db.example;password=" . env("PLAIN"), "ann", env("PASSWORD")); } catch (Exception $error) { $log->error("refused", ["exception" => $error]); echo $error, "\\n"; }
}
print_r(new Account()); var_dump(new Account()); var_export(new Account()); echo serialize(["password" => env("PLAIN")]), "\\n"; print_r(["auth" => ["ann", env("PLAIN")], "DB_PASSWORD" => env("PASSWORD")]);
error_log("connect(" . var_export(env("PASSWORD"), true) . ") " . http_build_query(["password" => env("PASSWORD"), "user" => "ann"]));
connect("pgsql:", "ann", env("PLAIN"));
`,
    secrets: SECRETS,
  },
  {
    name: "lwp",
    language: "debian",
    packages: ["perl", "libwww-perl", "libmojolicious-perl"],
    interpreter: ["perl"],
    env: { MOJO_CLIENT_DEBUG: "1" },
    code: `
use strict; use warnings;
use LWP::UserAgent; use HTTP::Request::Common; use Data::Dumper; use Mojo::UserAgent; use Mojo::Log;
sub env { $ENV{"T_" . shift} }
my $http = "http://127.0.0.1:" . env("HTTP");
my $ua = LWP::UserAgent->new(cookie_jar => {});
$ua->add_handler(request_send => sub { print shift->as_string; return });
$ua->add_handler(response_done => sub { print shift->as_string; return });
$ua->default_header("X-Api-Key" => env("KEY"));
my $login = POST("$http/echo/login?access_token=" . env("KEY"), [user => "ann", password => env("PASSWORD")]);
$login->authorization_basic("ann", env("PASSWORD"));
my $answer = $ua->request($login);
print $login->dump, Dumper($login, { auth => { pass => env("PLAIN"), token => [env("KEY")] } });
{ local $Data::Dumper::Terse = 1; local $Data::Dumper::Indent = 0; print Dumper(["--password", env("PLAIN")], { db_password => env("PASSWORD") }), "\\n"; }
print $ua->cookie_jar->as_string;
my $mojo = Mojo::UserAgent->new;
$mojo->get("http://ann:" . env("PLAIN") . "\\@127.0.0.1:" . env("HTTP") . "/401" => { Cookie => "sid=" . env("PLAIN") });
Mojo::Log->new(handle => \\*STDOUT)->debug("login", "password", env("PLAIN"));
die "cannot connect with password '" . env("PLAIN") . "'";
`,
    secrets: SECRETS,
  },
  {
    name: "tcl-http",
    language: "debian",
    packages: ["tcl"],
    interpreter: ["tclsh"],
    code: `
package require http
set http "http://127.0.0.1:$env(T_HTTP)"
proc ::http::Log {args} { puts "http: [join $args]" }
proc login {user password} { error "no user $user with this password" }
set headers [list Authorization "Bearer $env(T_KEY)" X-Api-Key $env(T_KEY) Cookie "sid=$env(T_PLAIN)"]
set token [http::geturl "$http/echo/login?access_token=$env(T_KEY)" -headers $headers -query [http::formatQuery user ann password $env(T_PASSWORD)]]
puts [http::data $token]
puts [http::meta $token]
parray $token
puts [dict create user ann password $env(T_PASSWORD) token $env(T_KEY)]
array set config [list password $env(T_PASSWORD) user ann]
parray config
trace add execution login enter {apply {{command op} { puts "enter: $command" }}}
catch {login ann $env(T_PASSWORD)} message options
puts $message; puts $options
`,
    secrets: SECRETS,
  },
  {
    name: "lftp",
    language: "debian",
    packages: ["lftp"],
    run: [
      "lftp",
      "-d",
      "-c",
      "set net:max-retries 1; set net:timeout 2; set ftp:ssl-allow no; debug 9; open -u ann,{PLAIN} ftp://127.0.0.1:{FTP}; quote SITE PSWD {KEY}; ls; close; open http://ann:{PLAIN}@127.0.0.1:{HTTP}/401/; ls",
    ],
    secrets: SECRETS,
  },
  {
    name: "s3cmd",
    language: "debian",
    packages: ["s3cmd"],
    run: "s3cmd --debug --no-ssl --region eu-west-1 --host 127.0.0.1:{HTTP} --host-bucket 127.0.0.1:{HTTP} --access_key AKIA0000000000000000 --secret_key {SECRET} --access_token {TOKEN} ls s3://shop".split(
      " ",
    ),
    secrets: { SECRET: "aws", TOKEN: "azure" },
  },
  {
    name: "rclone",
    language: "debian",
    packages: ["rclone"],
    run: [
      "rclone",
      ..."-vv --dump auth,headers,bodies --retries 1 --low-level-retries 1 lsd".split(" "),
      ":webdav,url='http://127.0.0.1:{HTTP}/401',user=ann,bearer_token={KEY}:",
    ],
    env: { RCLONE_FTP_PASS: "{PLAIN}" },
    secrets: SECRETS,
  },
  {
    name: "swaks",
    language: "debian",
    packages: ["swaks"],
    run: "swaks --server 127.0.0.1 --port {SMTP} --from a@shop.example --to b@shop.example --auth LOGIN --auth-user ann --auth-password {PASSWORD} --header"
      .split(" ")
      .concat("X-Reset-Token: {KEY}"),
    secrets: SECRETS,
  },
  {
    name: "mosquitto",
    language: "debian",
    packages: ["mosquitto-clients"],
    run: [
      "sh",
      "-xc",
      "mosquitto_pub -d -h 127.0.0.1 -p {DEAD} -u ann -P {PLAIN} -t config -m 'token={KEY}'",
    ],
    secrets: SECRETS,
  },
  {
    name: "ldapsearch",
    language: "debian",
    packages: ["ldap-utils"],
    run: "ldapsearch -d -1 -x -H ldap://127.0.0.1:{DEAD} -D cn=ann,dc=shop -w {PLAIN} -b dc=shop (userPassword={KEY})".split(
      " ",
    ),
    secrets: SECRETS,
  },
  {
    name: "aria2",
    language: "debian",
    packages: ["aria2"],
    run: "aria2c --log=- --log-level=debug --max-tries=1 --http-user=ann --http-passwd={PASSWORD} --rpc-secret={PLAIN} http://127.0.0.1:{HTTP}/401/file?token={KEY} --header"
      .split(" ")
      .concat("X-Api-Key: {KEY}"),
    secrets: SECRETS,
  },
  {
    name: "composer",
    language: "debian",
    packages: ["composer", "php-cli"],
    run: "composer -vvv --no-interaction require acme/tools".split(" "),
    env: {
      COMPOSER_ALLOW_SUPERUSER: "1",
      COMPOSER_AUTH:
        '{"http-basic":{"127.0.0.1:{HTTP}":{"username":"ann","password":"{PLAIN}"}},"github-oauth":{"github.example":"{TOKEN}"}}',
    },
    files: {
      "composer.json":
        '{"config":{"secure-http":false},"repositories":[{"packagist.org":false},{"type":"composer","url":"http://127.0.0.1:{HTTP}/401"},{"type":"vcs","url":"http://ann:{KEY}@127.0.0.1:{HTTP}/acme.git"}]}',
    },
    secrets: { PLAIN: "plain", KEY: "opaque", TOKEN: "github" },
  },
];
