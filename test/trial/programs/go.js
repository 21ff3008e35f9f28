// Loggers and clients of Go.

/** @import { Program } from "../program.js" */

/** What the loggers log: a structure, maps, headers, errors, arguments. */
const TYPES = `
type Account struct {
	User     string
	Password string
	Tokens   []string \`json:"tokens"\`
	Auth     *Basic
	Raw      []byte
}
type Basic struct{ Login, Pass string }
func env(name string) string { return os.Getenv("T_" + name) }
func account() Account {
	return Account{"ann", env("PASSWORD"), []string{env("TOKEN")}, &Basic{"ann", env("PLAIN")}, []byte(env("PLAIN"))}
}
func headers() http.Header {
	return http.Header{"Authorization": {"Bearer " + env("TOKEN")}, "Cookie": {"sid=" + env("PLAIN") + "; theme=dark"}, "Accept": {"*/*"}}
}
`;

const SECRETS = /** @type {const} */ ({ PASSWORD: "password", TOKEN: "opaque", PLAIN: "plain" });

/** @type {readonly Program[]} */
export const goPrograms = [
  {
    name: "zap",
    language: "go",
    packages: ["go.uber.org/zap"],
    code: `package main
import ("errors"; "fmt"; "net/http"; "os"; "go.uber.org/zap")
${TYPES}
func main() {
	development, _ := zap.NewDevelopment()
	for _, log := range []*zap.Logger{zap.NewExample(), development} {
		log.Debug("login", zap.String("password", env("PASSWORD")), zap.Any("account", account()), zap.Any("headers", headers()))
		log.With(zap.Strings("args", os.Args), zap.ByteString("secret", []byte(env("PASSWORD")))).Info("POST /login?token=" + env("TOKEN"))
		log.Warn("refused", zap.Error(fmt.Errorf("dial postgres://ann:%s@db.example/shop: %w", env("PLAIN"), errors.New("password "+env("PASSWORD")+" is wrong"))))
		log.Sugar().Infow("retry", "apiKey", env("TOKEN"), "attempt", 3, "auth", map[string]any{"pass": env("PLAIN"), "ok": false})
		log.Sugar().Debugf("account %+v headers %v", account(), headers())
	}
}
`,
    secrets: SECRETS,
  },
  {
    name: "zerolog",
    language: "go",
    packages: ["github.com/rs/zerolog"],
    code: `package main
import ("errors"; "net/http"; "os"; "github.com/rs/zerolog")
${TYPES}
func main() {
	for _, log := range []zerolog.Logger{zerolog.New(os.Stdout), zerolog.New(zerolog.ConsoleWriter{Out: os.Stdout}), zerolog.New(zerolog.ConsoleWriter{Out: os.Stdout, NoColor: true})} {
		log = log.With().Timestamp().Str("session_token", env("TOKEN")).Logger()
		log.Info().Str("password", env("PASSWORD")).Interface("account", account()).Msg("login")
		log.Debug().Bytes("secret", []byte(env("PASSWORD"))).Hex("key", []byte(env("PLAIN"))).Strs("argv", []string{"app", "--db-password", env("PASSWORD")}).Send()
		log.Error().Err(errors.New("token "+env("TOKEN")+" has expired")).Dict("headers", zerolog.Dict().Str("Authorization", "Bearer "+env("TOKEN")).Str("X-Api-Key", env("PLAIN"))).Msgf("GET /?access_token=%s", env("TOKEN"))
		log.Warn().RawJSON("body", []byte("{\\"client_secret\\":\\""+env("PLAIN")+"\\",\\"scope\\":\\"read\\"}")).Fields(map[string]any{"pwd": env("PLAIN"), "http": headers()}).Msg("answer")
	}
}
`,
    secrets: SECRETS,
  },
  {
    name: "logrus",
    language: "go",
    packages: ["github.com/sirupsen/logrus", "github.com/davecgh/go-spew/spew"],
    code: `package main
import ("net/http"; "os"; "github.com/sirupsen/logrus"; "github.com/davecgh/go-spew/spew")
${TYPES}
func main() {
	for _, format := range []logrus.Formatter{&logrus.TextFormatter{}, &logrus.TextFormatter{ForceColors: true}, &logrus.JSONFormatter{PrettyPrint: true}} {
		log := logrus.New()
		log.SetLevel(logrus.TraceLevel)
		log.SetFormatter(format)
		log.WithFields(logrus.Fields{"password": env("PASSWORD"), "account": account(), "auth_header": headers()}).Info("login")
		log.WithField("cmd", []string{"mysql", "-u", "ann", "-p" + env("PLAIN")}).Debugf("%#v", account())
		log.Tracef("env %v; basic %+v", []string{"PATH=/bin", "DB_PASSWORD=" + env("PASSWORD"), "API_TOKEN=" + env("TOKEN")}, Basic{"ann", env("PLAIN")})
	}
	spew.Dump(account(), headers())
	spew.Printf("%#+v\\n", account())
}
`,
    secrets: SECRETS,
  },
  {
    name: "slog",
    language: "go",
    packages: ["github.com/lmittmann/tint"],
    code: `package main
import ("errors"; "log/slog"; "net/http"; "net/url"; "os"; "github.com/lmittmann/tint")
${TYPES}
func main() {
	options := &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true}
	for _, handler := range []slog.Handler{slog.NewTextHandler(os.Stdout, options), slog.NewJSONHandler(os.Stdout, options), tint.NewHandler(os.Stdout, nil)} {
		log := slog.New(handler).WithGroup("shop").With("apiKey", env("TOKEN"))
		log.Info("login", "password", env("PASSWORD"), "account", account(), slog.Group("auth", slog.String("pass", env("PLAIN")), slog.Int("tries", 3)))
		log.Warn("refused", "err", errors.New("password \\""+env("PASSWORD")+"\\" is wrong"), "headers", headers(), "form", url.Values{"password": {env("PASSWORD")}, "user": {"ann"}})
		log.Debug("dial", "dsn", "ann:"+env("PLAIN")+"@tcp(db.example:3306)/shop", "args", []string{"--token", env("TOKEN")})
	}
}
`,
    secrets: SECRETS,
  },
  {
    name: "resty",
    language: "go",
    packages: ["github.com/go-resty/resty/v2"],
    code: `package main
import ("fmt"; "net/http"; "os"; "github.com/go-resty/resty/v2")
${TYPES}
func main() {
	client := resty.New().SetDebug(true).SetBaseURL("http://127.0.0.1:" + env("HTTP")).SetBasicAuth("ann", env("PASSWORD"))
	client.R().SetHeader("X-Vault-Token", env("TOKEN")).SetFormData(map[string]string{"user": "ann", "password": env("PASSWORD")}).Post("/echo/login")
	client.R().SetAuthToken(env("TOKEN")).SetBody(account()).EnableTrace().Post("/token")
	answer, err := client.R().SetQueryParam("api_key", env("PLAIN")).SetCookie(&http.Cookie{Name: "sid", Value: env("PLAIN")}).Get("/401")
	fmt.Println(answer, err, answer.Request.Header, answer.Request.RawRequest, answer.Cookies())
	_, err = client.R().Get("http://ann:" + env("PLAIN") + "@127.0.0.1:1/?sig=" + env("TOKEN"))
	fmt.Println(err)
}
`,
    secrets: SECRETS,
  },
  {
    name: "gorm",
    language: "go",
    packages: ["gorm.io/gorm", "github.com/glebarez/sqlite"],
    code: `package main
import ("fmt"; "log"; "net/http"; "os"; "time"; "gorm.io/gorm"; "gorm.io/gorm/logger"; "github.com/glebarez/sqlite")
${TYPES}
type User struct {
	ID       uint
	Name     string
	Password string
	APIToken string
}
func main() {
	writer := log.New(os.Stdout, "\\r\\n", log.LstdFlags)
	for _, colorful := range []bool{true, false} {
		db, err := gorm.Open(sqlite.Open("file::memory:"), &gorm.Config{Logger: logger.New(writer, logger.Config{SlowThreshold: time.Nanosecond, LogLevel: logger.Info, Colorful: colorful})})
		if err != nil { fmt.Println(err); continue }
		db.AutoMigrate(&User{})
		user := User{Name: "ann", Password: env("PASSWORD"), APIToken: env("TOKEN")}
		db.Create(&user)
		db.Where("password = ?", env("PASSWORD")).First(&User{})
		db.Model(&user).Updates(map[string]any{"password": env("PLAIN"), "name": "bob"})
		db.Exec("INSERT INTO secrets VALUES (?, ?)", 1, env("TOKEN"))
		fmt.Printf("%v %+v\\n", user, user)
		_ = headers()
		_ = account()
	}
}
`,
    secrets: SECRETS,
  },
  {
    name: "aws-sdk-go",
    language: "go",
    packages: [
      "github.com/aws/aws-sdk-go-v2/service/secretsmanager",
      "github.com/aws/aws-sdk-go-v2/credentials",
    ],
    code: `package main
import ("context"; "fmt"; "os"; "github.com/aws/aws-sdk-go-v2/aws"; "github.com/aws/aws-sdk-go-v2/credentials"; "github.com/aws/aws-sdk-go-v2/service/secretsmanager"; "github.com/aws/smithy-go/logging")
func env(name string) string { return os.Getenv("T_" + name) }
func main() {
	options := secretsmanager.Options{Region: "eu-west-1", BaseEndpoint: aws.String("http://127.0.0.1:" + env("HTTP")), Logger: logging.NewStandardLogger(os.Stdout), RetryMaxAttempts: 1,
		ClientLogMode: aws.LogSigning | aws.LogRequestWithBody | aws.LogResponseWithBody | aws.LogRetries,
		Credentials: credentials.NewStaticCredentialsProvider("AKIA0000000000000000", env("SECRET"), env("TOKEN"))}
	answer, err := secretsmanager.New(options).PutSecretValue(context.Background(), &secretsmanager.PutSecretValueInput{SecretId: aws.String("db"), SecretString: aws.String(env("PLAIN"))})
	fmt.Println(answer, err)
	found, err := options.Credentials.Retrieve(context.Background())
	fmt.Printf("%+v %v\\n", found, err)
}
`,
    secrets: { SECRET: "aws", TOKEN: "azure", PLAIN: "plain" },
  },
];
