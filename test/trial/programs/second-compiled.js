// The second trial: loggers, clients and databases of Go, the JVM and Rust.

/** @import { Program } from "../program.js" */

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", TOKEN: "opaque", PLAIN: "plain" });

const GO = (/** @type {string} */ imports, /** @type {string} */ body, more = "") => `package main
import (${imports})
type Login struct { User string; Password string \`json:"password"\`; Keys map[string]string; Parent *Login }
func env(name string) string { return os.Getenv("T_" + name) }
func login() Login { return Login{"ann", env("PASSWORD"), map[string]string{"api_key": env("TOKEN")}, &Login{Password: env("PLAIN")}} }
${more}
func main() {
${body}
}
`;

const JAVA = (/** @type {string} */ imports, /** @type {string} */ body, more = "") => `${imports}
import java.util.*;
public class Main {
  static String env(String name) { return System.getenv("T_" + name); }
  interface Call { void run() throws Exception; }
  static void attempt(Call call) { try { call.run(); } catch (Throwable error) { error.printStackTrace(System.out); } }
  ${more}
  public static void main(String[] args) throws Exception {
    String http = "http://127.0.0.1:" + env("HTTP");
    ${body}
  }
}
`;

/** @type {readonly Program[]} */
export const secondCompiled = [
  {
    name: "charm-log",
    language: "go",
    packages: ["github.com/charmbracelet/log", "github.com/apex/log"],
    code: GO(
      `"errors"; "os"; "github.com/charmbracelet/log"; apex "github.com/apex/log"; "github.com/apex/log/handlers/cli"; "github.com/apex/log/handlers/logfmt"; "github.com/apex/log/handlers/json"`,
      `	for _, format := range []log.Formatter{log.TextFormatter, log.JSONFormatter, log.LogfmtFormatter} {
		l := log.NewWithOptions(os.Stdout, log.Options{ReportCaller: true, Formatter: format, Level: log.DebugLevel, Prefix: "auth"}).With("session_token", env("TOKEN"))
		l.Info("login", "password", env("PASSWORD"), "login", login(), "list", []string{"--secret", env("PLAIN")}); l.Error("refused", "err", errors.New("password "+env("PASSWORD")+" is wrong"), "multi", "a\\nsecret: "+env("PLAIN")); l.Debugf("%+v %#v", login(), login())
	}
	for _, h := range []apex.Handler{cli.New(os.Stdout), logfmt.New(os.Stdout), json.New(os.Stdout)} { apex.SetHandler(h); apex.WithFields(apex.Fields{"pwd": env("PASSWORD"), "login": login()}).WithError(errors.New("token="+env("TOKEN"))).Error("refused " + env("PLAIN")) }`,
    ),
    secrets: SECRETS,
  },
  {
    name: "viper",
    language: "go",
    packages: [
      "github.com/spf13/viper",
      "github.com/spf13/cobra",
      "github.com/go-playground/validator/v10",
      "github.com/caarlos0/env/v11",
    ],
    env: { SHOP_PORT: "{PLAIN}" },
    code: GO(
      `"fmt"; "os"; "strings"; "github.com/spf13/viper"; "github.com/spf13/cobra"; "github.com/go-playground/validator/v10"; cenv "github.com/caarlos0/env/v11"`,
      `	v := viper.New(); v.SetConfigType("yaml"); fmt.Println(v.ReadConfig(strings.NewReader("db:\\n  password: \\"" + strings.ReplaceAll(env("PASSWORD"), "\\"", "") + "\\"\\n  token: " + env("TOKEN") + "\\n"))); v.Set("api.key", env("PLAIN")); v.Debug(); fmt.Println(v.AllSettings())
	cmd := &cobra.Command{Use: "shop", RunE: func(c *cobra.Command, a []string) error { c.DebugFlags(); return fmt.Errorf("login with %v", a) }}; cmd.Flags().String("password", "", "the password"); cmd.Flags().Int("token", 0, "a token"); cmd.SetArgs([]string{"--password", env("PASSWORD"), "--token", env("PLAIN")}); fmt.Println(cmd.Execute()); cmd.SetArgs([]string{"--password=" + env("PASSWORD"), "x"}); fmt.Println(cmd.Execute())
	type Form struct { Password string \`validate:"max=3"\`; Pin string \`validate:"numeric"\` }
	for _, e := range validator.New().Struct(Form{env("PASSWORD"), env("PLAIN")}).(validator.ValidationErrors) { fmt.Println(e, e.Value(), e.Field()); fmt.Printf("%+v\\n", e) }
	var c struct { SecretPort int \`env:"SHOP_PORT"\` }; fmt.Println(cenv.Parse(&c))`,
    ),
    secrets: SECRETS,
  },
  {
    name: "http2curl",
    language: "go",
    packages: ["github.com/moul/http2curl"],
    code: GO(
      `"fmt"; "net/http"; "net/http/httputil"; "os"; "strings"; "github.com/moul/http2curl"`,
      `	fmt.Printf("%v\\n%+v\\n%#v\\n", login(), login(), login().Keys)
	r, _ := http.NewRequest("POST", "http://127.0.0.1:"+env("HTTP")+"/401?token="+env("TOKEN"), strings.NewReader("passwd="+env("PLAIN"))); r.SetBasicAuth("ann", env("PASSWORD")); r.AddCookie(&http.Cookie{Name: "sid", Value: env("PLAIN")}); curl, _ := http2curl.GetCurlCommand(r); fmt.Println(curl); d, _ := httputil.DumpRequestOut(r, true); fmt.Printf("%q\\n%s\\n", d, d); fmt.Println(r.Header, r.URL, r.Cookies())`,
    ),
    secrets: SECRETS,
  },
  {
    name: "xorm",
    language: "go",
    packages: [
      "xorm.io/xorm",
      "github.com/uptrace/bun",
      "github.com/uptrace/bun/dialect/sqlitedialect",
      "github.com/uptrace/bun/extra/bundebug",
      "github.com/mattn/go-sqlite3",
    ],
    code: GO(
      `"context"; "database/sql"; "fmt"; "os"; "xorm.io/xorm"; xlog "xorm.io/xorm/log"; "github.com/uptrace/bun"; "github.com/uptrace/bun/dialect/sqlitedialect"; "github.com/uptrace/bun/extra/bundebug"; _ "github.com/mattn/go-sqlite3"`,
      `	e, err := xorm.NewEngine("sqlite3", ":memory:"); fmt.Println(err); e.SetLogger(xlog.NewSimpleLogger(os.Stdout)); e.ShowSQL(true); e.Logger().SetLevel(xlog.LOG_DEBUG)
	fmt.Println(e.Sync2(new(Account))); fmt.Println(e.Insert(&Account{Name: "ann", Password: env("PASSWORD"), ApiToken: env("TOKEN")})); fmt.Println(e.Where("password = ?", env("PLAIN")).Update(&Account{ApiToken: env("TOKEN")})); fmt.Println(e.Insert(&Account{Name: "bob", Password: env("PASSWORD")})); fmt.Println(e.QueryString("select * from account"))
	db, _ := sql.Open("sqlite3", ":memory:"); b := bun.NewDB(db, sqlitedialect.New()); b.AddQueryHook(bundebug.NewQueryHook(bundebug.WithVerbose(true), bundebug.WithWriter(os.Stdout))); ctx := context.Background()
	b.NewCreateTable().Model((*Account)(nil)).Exec(ctx); a := &Account{Name: "ann", Password: env("PASSWORD"), ApiToken: env("TOKEN")}; b.NewInsert().Model(a).Exec(ctx); b.NewUpdate().Model(a).Set("api_token = ?", env("PLAIN")).Where("password = ?", env("PASSWORD")).Exec(ctx); fmt.Println(a, b.NewSelect().Model(a).Where("api_token = ?", env("PLAIN")).String())`,
      `type Account struct { Id int64; Name string; Password string \`xorm:"unique"\`; ApiToken string }`,
    ),
    secrets: SECRETS,
  },
  {
    name: "unirest",
    language: "java",
    packages: ["com.konghq:unirest-java:3.14.5", "org.slf4j:slf4j-simple:1.7.36"],
    code: JAVA(
      "import kong.unirest.*;",
      `System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "trace"); System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.SimpleLog"); System.setProperty("org.apache.commons.logging.simplelog.defaultlog", "debug");
    Unirest.config().interceptor(new Interceptor() { public void onRequest(HttpRequest<?> r, Config c) { System.out.println(r.getUrl() + " " + r.getHeaders() + " " + r.getBody() + " " + r.toSummary().asString()); } public void onResponse(HttpResponse<?> a, HttpRequestSummary s, Config c) { System.out.println(a.getHeaders() + " " + s.asString()); } });
    attempt(() -> System.out.println(Unirest.post(http + "/echo/login").basicAuth("ann", env("PASSWORD")).header("X-Api-Key", env("TOKEN")).queryString("token", env("TOKEN")).field("user", "ann").field("password", env("PLAIN")).asString().getBody()));
    attempt(() -> System.out.println(Unirest.post(http + "/token").header("Authorization", "Bearer " + env("TOKEN")).body(Map.of("client_secret", env("PLAIN")).toString()).asString().getBody()));
    attempt(() -> System.out.println(Unirest.get(http + "/401").cookie("sid", env("PLAIN")).asJson().getBody()));`,
    ),
    secrets: SECRETS,
  },
  {
    name: "mybatis",
    language: "java",
    packages: [
      "org.mybatis:mybatis:3.5.16",
      "com.h2database:h2:2.2.224",
      "p6spy:p6spy:3.9.1",
      "org.jdbi:jdbi3-core:3.45.4",
    ],
    code: JAVA(
      "import org.apache.ibatis.annotations.*; import org.apache.ibatis.session.*; import org.apache.ibatis.mapping.Environment; import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory; import org.apache.ibatis.datasource.pooled.PooledDataSource; import org.jdbi.v3.core.Jdbi;",
      `System.setProperty("p6spy.config.appender", "com.p6spy.engine.spy.appender.StdoutLogger");
    Configuration config = new Configuration(new Environment("x", new JdbcTransactionFactory(), new PooledDataSource("com.p6spy.engine.spy.P6SpyDriver", "jdbc:p6spy:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", env("PLAIN")))); config.setLogImpl(org.apache.ibatis.logging.stdout.StdOutImpl.class); config.addMapper(Users.class);
    try (SqlSession session = new SqlSessionFactoryBuilder().build(config).openSession(true)) { Users users = session.getMapper(Users.class); users.create(); attempt(() -> users.add("ann", env("PASSWORD"), env("TOKEN"))); attempt(() -> users.add("bob", env("PASSWORD"), "x")); attempt(() -> users.change(env("TOKEN"), env("PASSWORD"))); attempt(() -> System.out.println(users.find(env("PLAIN")))); attempt(() -> System.out.println(users.all())); attempt(() -> users.broken(Map.of("password", env("PLAIN")))); }
    Jdbi jdbi = Jdbi.create("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", env("PLAIN")); attempt(() -> jdbi.useHandle(h -> h.createUpdate("insert into userz (password) values (:password)").bind("password", env("PASSWORD")).execute()));`,
      `public interface Users { @Insert("create table users (name varchar(20), password varchar(200) unique, api_token varchar(200))") void create(); @Insert("insert into users (name, password, api_token) values (#{n}, #{p}, #{t})") void add(@Param("n") String n, @Param("p") String p, @Param("t") String t); @Update("update users set api_token = #{t} where password = #{p}") void change(@Param("t") String t, @Param("p") String p); @Select("select * from users where api_token = #{t}") Map<String, Object> find(String t); @Select("select * from users") List<Map<String, Object>> all(); @Insert("insert into users (password) values (#{password}, 1)") void broken(Map<String, Object> m); }`,
    ),
    secrets: SECRETS,
  },
  {
    name: "jackson",
    language: "java",
    packages: [
      "com.fasterxml.jackson.core:jackson-databind:2.17.2",
      "org.hibernate.validator:hibernate-validator:8.0.1.Final",
      "org.glassfish.expressly:expressly:5.0.0",
      "info.picocli:picocli:4.7.6",
      "org.tinylog:tinylog-impl:2.7.0",
      "org.tinylog:tinylog-api:2.7.0",
    ],
    code: JAVA(
      "import com.fasterxml.jackson.databind.*; import jakarta.validation.*; import jakarta.validation.constraints.*; import picocli.CommandLine; import org.tinylog.Logger;",
      `ObjectMapper mapper = new ObjectMapper(); String json = mapper.writeValueAsString(Map.of("password", env("PASSWORD"), "pin", env("PLAIN")));
    attempt(() -> mapper.readValue(json, Form.class)); attempt(() -> mapper.readValue("{\\"password\\": " + env("PLAIN") + "}", Form.class)); attempt(() -> mapper.readValue("{\\"pin\\": \\"" + env("PLAIN") + "\\"}", Form.class));
    Form form = new Form(); form.password = env("PASSWORD"); form.token = env("TOKEN"); for (ConstraintViolation<Form> v : Validation.buildDefaultValidatorFactory().getValidator().validate(form)) System.out.println(v + " " + v.getPropertyPath() + " " + v.getInvalidValue());
    System.out.println(new CommandLine(new Cli()).execute("--password", env("PASSWORD"), "--pin", env("PLAIN"))); System.out.println(new CommandLine(new Cli()).execute("--passwort=" + env("PLAIN")));
    Logger.info("login {} with {}", Map.of("password", env("PASSWORD")), new Login("ann", env("PLAIN"), List.of(env("TOKEN")))); Logger.error(new IllegalArgumentException("secret '" + env("TOKEN") + "' refused")); System.out.println(Objects.toString(System.getenv().entrySet().stream().filter(e -> e.getKey().startsWith("T_P")).toList()));`,
      `public static class Form { @Size(max = 3) public String password; public int pin; @Email public String token; } @CommandLine.Command(name = "shop") public static class Cli implements Runnable { @CommandLine.Option(names = "--password") String password; @CommandLine.Option(names = "--pin") int pin; public void run() { System.out.println(password); } } record Login(String user, String apiSecret, List<String> tokens) {}`,
    ),
    secrets: SECRETS,
  },
  {
    name: "retrofit",
    language: "java",
    packages: [
      "io.github.openfeign:feign-core:13.3",
      "org.eclipse.jetty:jetty-client:11.0.22",
      "org.slf4j:slf4j-simple:2.0.13",
    ],
    code: JAVA(
      "import feign.*; import org.eclipse.jetty.client.*; import org.eclipse.jetty.client.util.*;",
      `System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug"); System.setProperty("org.slf4j.simpleLogger.logFile", "System.out");
    Api api = Feign.builder().logLevel(feign.Logger.Level.FULL).logger(new feign.Logger() { protected void log(String key, String format, Object... a) { System.out.printf(methodTag(key) + format + "%n", a); } }).requestInterceptor(new feign.auth.BasicAuthRequestInterceptor("ann", env("PASSWORD"))).retryer(Retryer.NEVER_RETRY).target(Api.class, http);
    attempt(() -> System.out.println(api.login(env("TOKEN"), "password=" + env("PLAIN") + "&user=ann", env("TOKEN")))); attempt(() -> System.out.println(api.refused(env("PLAIN"))));
    HttpClient client = new HttpClient(); client.start(); attempt(() -> System.out.println(client.POST(http + "/echo/login?secret=" + env("TOKEN")).headers(h -> h.put("X-Auth-Token", env("TOKEN"))).body(new StringRequestContent("{\\"password\\":\\"" + env("PLAIN") + "\\"}")).send())); client.stop(); System.exit(0);`,
      `public interface Api { @RequestLine("POST /echo/login?api_key={key}") @Headers({"X-Shop-Token: {token}", "Content-Type: application/x-www-form-urlencoded"}) String login(@Param("key") String key, String body, @Param("token") String token); @RequestLine("GET /401?password={p}") String refused(@Param("p") String p); }`,
    ),
    secrets: SECRETS,
  },
  {
    name: "clap",
    language: "rust",
    packages: [
      'clap = { version = "4", features = ["derive", "env"] }',
      'config = { version = "0.14", default-features = false, features = ["toml"] }',
      'serde = { version = "1", features = ["derive"] }',
      'anyhow = "1"',
    ],
    code: `
use clap::Parser; use serde::Deserialize;
fn env(name: &str) -> String { std::env::var(format!("T_{name}")).unwrap() }
#[derive(Parser, Debug)] struct Cli { #[arg(long)] password: String, #[arg(long)] pin: u8, #[arg(long, env = "T_TOKEN")] token: String }
#[derive(Deserialize, Debug, Clone)] #[allow(dead_code)] struct Db { password: u32, token: Option<String> }
#[derive(Debug)] #[allow(dead_code)] enum Fault { Refused { password: String, code: i32 }, Token(String) }
impl std::fmt::Display for Fault { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { write!(f, "refused: {self:?}") } } impl std::error::Error for Fault {}
fn main() {
    for args in [vec!["shop".into(), "--password".into(), env("PASSWORD"), "--pin".into(), env("PLAIN")], vec!["shop".into(), format!("--passwort={}", env("PLAIN"))], vec!["shop".into(), "--password".into(), env("PASSWORD"), "--pin".into(), "3".into()]] { match Cli::try_parse_from(args) { Ok(cli) => println!("{cli:?}\\n{cli:#?}"), Err(error) => println!("{error}\\n{error:?}") } }
    let built = config::Config::builder().set_default("password", env("PASSWORD")).unwrap().set_default("token", env("TOKEN")).unwrap().build().unwrap(); println!("{built:?}"); println!("{:?}", built.clone().try_deserialize::<Db>()); println!("{:#?}", built.try_deserialize::<std::collections::HashMap<String, String>>());
    let error = anyhow::Error::new(Fault::Refused { password: env("PASSWORD"), code: 3 }).context(format!("login with token {}", env("TOKEN"))); println!("{error:#}\\n{error:?}"); println!("{:#?}", Fault::Token(env("TOKEN")));
}
`,
    secrets: SECRETS,
  },
  {
    name: "simplelog",
    language: "rust",
    packages: ['log = { version = "0.4", features = ["kv"] }', 'simplelog = "0.12"'],
    code: `
fn env(name: &str) -> String { std::env::var(format!("T_{name}")).unwrap() }
fn main() {
    simplelog::SimpleLogger::init(log::LevelFilter::Trace, simplelog::Config::default()).unwrap();
    log::info!(user = "ann", password:? = env("PASSWORD"), token:% = env("TOKEN"); "login"); log::error!("refused with password {}", env("PLAIN")); log::debug!("config {:?}", std::collections::BTreeMap::from([("api_key", env("PLAIN"))])); log::debug!("headers: {:?}", [("authorization", format!("Bearer {}", env("TOKEN"))), ("x-api-key", env("PLAIN"))]); log::warn!(password = env("PASSWORD").as_str(); "dsn postgres://ann:{}@db/shop", env("PLAIN"));
    dbg!(env("PASSWORD").len()); let password = env("PASSWORD"); let tokens = vec![env("TOKEN")]; println!("{:?}", (&password, &tokens)); println!("password = {password:?}; tokens = {tokens:#?}");
}
`,
    secrets: SECRETS,
  },
];
