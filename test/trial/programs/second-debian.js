// The second trial: servers, mail programs and scripting languages from Debian's packages.

/** @import { Program } from "../program.js" */

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", TOKEN: "opaque", PLAIN: "plain" });

/** @type {readonly Program[]} */
export const secondDebian = [
  {
    name: "sequel",
    language: "debian",
    packages: ["ruby", "ruby-sequel", "ruby-sqlite3"],
    interpreter: ["ruby"],
    code: `
require "sequel"; require "logger"; require "optparse"; require "pp"
env = ->(name) { ENV["T_" + name] }
db = Sequel.sqlite; db.loggers << Logger.new($stdout); db.sql_log_level = :debug
db.create_table(:users) { primary_key :id; String :name; String :password, unique: true; String :api_token }
users = db[:users]; users.insert(name: "ann", password: env["PASSWORD"], api_token: env["TOKEN"]); users.where(password: env["PASSWORD"]).update(api_token: env["PLAIN"])
begin; users.insert(name: "bob", password: env["PASSWORD"]); rescue => error; p error; puts error.full_message(highlight: false); end
p users.all, users.where(api_token: env["PLAIN"]), users.first
begin; OptionParser.new { |o| o.on("--pin N", Integer); o.on("--password P") }.parse!(["--password", env["PASSWORD"], "--pin", env["PLAIN"]]); rescue => error; p error; puts error.message; end
Login = Data.define(:user, :secret) rescue Login = Struct.new(:user, :secret)
pp Login.new("ann", env["TOKEN"]); begin; {}.fetch(env["PLAIN"]); rescue => error; p error; end; warn "login failed (user: ann, password: #{env["PLAIN"]})"; begin; Integer(env["PLAIN"]); rescue => e; p password: env["PLAIN"], error: e; end
`,
    secrets: SECRETS,
  },
  {
    name: "perl-dbi",
    language: "debian",
    packages: [
      "perl",
      "libdbi-perl",
      "libdbd-sqlite3-perl",
      "libjson-pp-perl",
      "liblog-log4perl-perl",
      "libmojolicious-perl",
    ],
    interpreter: ["perl"],
    env: { MOJO_CLIENT_DEBUG: "1" },
    code: `
use strict; use warnings; use DBI; use Data::Dumper; use JSON::PP; use Log::Log4perl qw(:easy); use Mojo::UserAgent; $| = 1; open(STDERR, ">&", \\*STDOUT);
sub env { $ENV{"T_" . shift} }
my $db = DBI->connect("dbi:SQLite:dbname=:memory:", "ann", env("PLAIN"), { RaiseError => 0, PrintError => 1, ShowErrorStatement => 1 }); $db->do("create table users (name text, password text unique, api_token text)");
DBI->trace(2); my $add = $db->prepare("insert into users (name, password, api_token) values (?, ?, ?)"); $add->execute("ann", env("PASSWORD"), env("TOKEN")); $add->execute("bob", env("PASSWORD"), "x"); print Dumper($db->selectall_arrayref("select * from users where api_token = ?", { Slice => {} }, env("TOKEN"))); DBI->trace(0);
Log::Log4perl->easy_init($DEBUG); DEBUG("login with password=" . env("PLAIN")); INFO(Dumper({ user => "ann", password => env("PASSWORD"), auth => { token => env("TOKEN") } })); ERROR(encode_json({ secret => env("PLAIN") })); { local $Data::Dumper::Terse = 1; local $Data::Dumper::Indent = 0; local $Data::Dumper::Useqq = 1; print Dumper([ password => env("PASSWORD") ]), "\\n"; }
my $ua = Mojo::UserAgent->new; my $base = "http://127.0.0.1:" . env("HTTP"); $ua->post("$base/echo/login?api_key=" . env("TOKEN") => { "X-Shop-Key" => env("TOKEN"), Cookie => "sid=" . env("PLAIN") } => form => { user => "ann", password => env("PASSWORD") }); $ua->get("$base/401" => { Authorization => "Bearer " . env("TOKEN") });
use Carp; sub login { Carp::cluck("refused") } login("ann", password => env("PLAIN"));
`,
    secrets: SECRETS,
  },
  {
    name: "symfony",
    language: "debian",
    packages: [
      "php-cli",
      "php-symfony-var-dumper",
      "php-symfony-console",
      "php-symfony-http-client",
      "php-sqlite3",
      "php-xml",
    ],
    interpreter: ["php"],
    code: `<?php
error_reporting(E_ALL); ini_set("display_errors", "1"); ini_set("zend.exception_ignore_args", "0"); ini_set("zend.exception_string_param_max_len", "100");
foreach (["Symfony/Component/VarDumper", "Symfony/Component/Console", "Symfony/Component/HttpClient"] as $room) require_once "$room/autoload.php";
function env(string $name): string { return getenv("T_" . $name); }
class Login { public string $user = "ann"; protected string $password; private array $keys; public function __construct($p, $k) { $this->password = $p; $this->keys = ["api_key" => $k]; } public function connect(string $user, string $password, array $options) { throw new RuntimeException("password '$password' refused"); } }
$login = new Login(env("PASSWORD"), env("TOKEN")); dump($login, ["secret" => env("PLAIN"), "nested" => ["token" => env("TOKEN")]]); var_dump($login); print_r($login); var_export(["pwd" => env("PLAIN"), "login" => (array) $login]);
try { $login->connect("ann", env("PLAIN"), ["api_token" => env("TOKEN")]); } catch (Exception $error) { echo $error, "\\n"; echo json_encode($error->getTrace()), "\\n"; }
$db = new PDO("sqlite::memory:", "ann", env("PLAIN"), [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]); $db->exec("create table users (name text, password text unique)"); $add = $db->prepare("insert into users (name, password) values (:name, :password)"); foreach (["ann", "bob"] as $name) try { $add->bindValue(":name", $name); $add->bindValue(":password", env("PASSWORD")); $add->execute(); $add->debugDumpParams(); } catch (Exception $error) { echo $error, "\\n"; $add->debugDumpParams(); }
$io = new Symfony\\Component\\Console\\Style\\SymfonyStyle(new Symfony\\Component\\Console\\Input\\ArrayInput([]), new Symfony\\Component\\Console\\Output\\ConsoleOutput()); $io->table(["name", "value"], [["db_password", env("PLAIN")], ["port", "25"]]); $io->definitionList(["api token" => env("TOKEN")], ["user" => "ann"]); $io->horizontalTable(["user", "password"], [["ann", env("PLAIN")]]); $io->error("token " . env("TOKEN") . " has expired");
echo serialize($login), "\\n", http_build_query(["password" => env("PASSWORD"), "user" => ["token" => env("TOKEN")]]), "\\n"; error_log("login failed for ann with secret=" . env("PLAIN")); trigger_error("bad api_key: " . env("TOKEN"), E_USER_WARNING);
`,
    secrets: SECRETS,
  },
  {
    name: "mail-programs",
    language: "debian",
    packages: ["msmtp", "fetchmail", "curl", "isync"],
    interpreter: ["bash"],
    files: {
      ".msmtprc":
        "account default\nhost 127.0.0.1\nport {SMTP}\nfrom ann@shop.example\nauth plain\nuser ann\npassword {PLAIN}\ntls off\n",
      ".mbsyncrc":
        "IMAPAccount shop\nHost 127.0.0.1\nPort {DEAD}\nUser ann\nPass {PLAIN}\nTLSType None\nAuthMechs LOGIN\n\nIMAPStore far\nAccount shop\n\nMaildirStore near\nPath ./m/\nInbox ./m/i\n\nChannel c\nFar :far:\nNear :near:\n",
    },
    code: `
exec 2>&1; set -x; chmod 600 .msmtprc
export SHOP_PASSWORD="$T_PLAIN" API_TOKEN=$T_TOKEN; declare -p SHOP_PASSWORD; export -p | grep TOKEN; env | grep -E 'SHOP|API'
echo hello | msmtp -d -C .msmtprc bob@shop.example; echo hello | msmtp --debug --host=127.0.0.1 --port=$T_SMTP --auth=login --user=ann --passwordeval="echo $T_PLAIN" --tls=off -f ann@shop.example bob@shop.example
printf 'poll 127.0.0.1 service %s protocol pop3 user "ann" password "%s"\\n' $T_DEAD "$T_PLAIN" > rc; chmod 600 rc; timeout 9 fetchmail -vvv -N -f rc --configdump; timeout 9 fetchmail -vvv -N -f rc
timeout 9 mbsync -D -c .mbsyncrc c
curl -sv --trace-ascii - -u "ann:$T_PASSWORD" "http://127.0.0.1:$T_HTTP/echo/login?api_key=$T_TOKEN" -d "password=$T_PLAIN" -b "sid=$T_TOKEN"; curl -s --trace - -H "Authorization: Bearer $T_TOKEN" "http://127.0.0.1:$T_HTTP/401"; curl -sv --oauth2-bearer "$T_TOKEN" smtp://127.0.0.1:$T_SMTP --mail-from a@b -T /dev/null; curl -sv "ftp://ann:$T_PLAIN@127.0.0.1:$T_FTP/"
`,
    secrets: SECRETS,
  },
  {
    name: "lua-and-awk",
    language: "debian",
    packages: ["lua5.4", "sqlite3", "jq", "xxd", "bsdextrautils", "libxml2-utils", "python3"],
    interpreter: ["bash"],
    code: `
exec 2>&1
sqlite3 :memory: ".echo on" "create table users (id integer, name text, password text unique);" "insert into users values (1, 'ann', '$T_PLAIN');" "insert into users (id, name, password) values (2, 'bob', '$T_PLAIN');" ".headers on" ".mode column" "select * from users;" ".mode box" "select * from users;" ".mode line" "select * from users;" ".mode insert users" "select * from users;" ".mode json" "select * from users;" ".mode quote" "select * from users;" ".dump"
lua5.4 -e 'local t = { user = "ann", password = os.getenv("T_PLAIN"), token = os.getenv("T_TOKEN") } for k, v in pairs(t) do print(k, v) end print(string.format("%s=%q", "password", t.password)) error("bad token: " .. t.token)'
printf 'POST /login HTTP/1.1\\r\\nAuthorization: Bearer %s\\r\\nHost: shop\\r\\n\\r\\npassword=%s' "$T_TOKEN" "$T_PLAIN" > request; xxd request; hexdump -C request; od -c request
jq -n --arg p "$T_PLAIN" --arg t "$T_TOKEN" '{password: $p, auth: {token: $t}}' ; jq -nc --arg p "$T_PLAIN" '{login: ({password: $p} | tojson)}'; jq -n --arg t "$T_TOKEN" '"token: \\($t)" | error' ; jq -nr --arg t "$T_TOKEN" '["name", "token"], ["ann", $t] | @tsv, @csv, @sh'
printf '<config><db user="ann" password="%s"/><secret>%s</secret></config>' "$T_PLAIN" "$T_TOKEN" > c.xml; xmllint --format c.xml; xmllint --debug c.xml; printf 'name password\\nann %s\\n' "$T_PLAIN" | column -t; printf 'user\\ttoken\\nann\\t%s\\n' "$T_TOKEN" | column -t -s "$(printf '\\t')"
python3 -c 'import os, pprint, configparser, sys; c = configparser.ConfigParser(interpolation=None); c["db"] = {"password": os.environ["T_PLAIN"], "token": os.environ["T_TOKEN"]}; c.write(sys.stdout); pprint.pprint({"db": dict(c["db"]), "argv": ["--secret", os.environ["T_PLAIN"]]}, width=20); int(c["db"]["password"])'
`,
    secrets: SECRETS,
  },
];
