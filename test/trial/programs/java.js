// Clients and loggers of the JVM.

/** @import { Program } from "../program.js" */

const MAIN = (/** @type {string} */ imports, /** @type {string} */ body, more = "") => `${imports}
import java.util.*;
public class Main {
  static String env(String name) { return System.getenv("T_" + name); }
  record Login(String user, String password, List<String> tokens) {}
  ${more}
  public static void main(String[] args) throws Exception {
    String http = "http://127.0.0.1:" + env("HTTP");
    ${body}
  }
}
`;

const SIMPLE = "org.slf4j:slf4j-simple:2.0.16";

/** @type {readonly Program[]} */
export const jvmPrograms = [
  {
    name: "okhttp",
    language: "java",
    packages: ["com.squareup.okhttp3:okhttp:4.12.0", "com.squareup.okhttp3:logging-interceptor:4.12.0"],
    code: MAIN(
      "import okhttp3.*; import okhttp3.logging.HttpLoggingInterceptor;",
      `
    HttpLoggingInterceptor log = new HttpLoggingInterceptor(System.out::println);
    log.setLevel(HttpLoggingInterceptor.Level.BODY);
    OkHttpClient client = new OkHttpClient.Builder().addNetworkInterceptor(log).build();
    Request login = new Request.Builder().url(http + "/echo/login?api_key=" + env("KEY")).header("Authorization", Credentials.basic("ann", env("PASSWORD"))).post(new FormBody.Builder().add("user", "ann").add("password", env("PASSWORD")).build()).build();
    System.out.println(client.newCall(login).execute());
    Request json = new Request.Builder().url(http + "/401").header("X-Api-Key", env("KEY")).header("Cookie", "sid=" + env("PLAIN")).post(RequestBody.create("{\\"client_secret\\":\\"" + env("PLAIN") + "\\"}", MediaType.get("application/json"))).build();
    System.out.println(json + " " + json.headers() + client.newCall(json).execute());
    MultipartBody form = new MultipartBody.Builder().setType(MultipartBody.FORM).addFormDataPart("password", env("PASSWORD")).build();
    client.newCall(new Request.Builder().url(http + "/token").post(form).build()).execute();
    System.exit(0);`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "apache-httpclient",
    language: "java",
    packages: [SIMPLE, "org.apache.httpcomponents.client5:httpclient5:5.4.1"],
    files: {},
    code: MAIN(
      "import org.apache.hc.client5.http.classic.methods.*; import org.apache.hc.client5.http.impl.classic.*; import org.apache.hc.core5.http.io.entity.*; import org.apache.hc.core5.http.*;",
      `
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "trace");
    System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      HttpPost login = new HttpPost(http + "/echo/login?access_token=" + env("KEY"));
      login.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(("ann:" + env("PASSWORD")).getBytes()));
      login.addHeader("Cookie", "sid=" + env("PLAIN") + "; theme=dark");
      login.setEntity(new StringEntity("{\\"user\\":\\"ann\\",\\"password\\":\\"" + env("PLAIN") + "\\",\\n \\"token\\":\\"" + env("KEY") + "\\"}", ContentType.APPLICATION_JSON));
      String body = client.execute(login, response -> EntityUtils.toString(response.getEntity()));
      System.out.println(body);
      HttpGet refused = new HttpGet(http + "/401");
      refused.addHeader("X-Auth-Token", env("KEY"));
      String status = client.execute(refused, response -> response.toString());
      System.out.println(Arrays.toString(refused.getHeaders()) + status);
    }`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "log4j2",
    language: "java",
    packages: [
      "org.apache.logging.log4j:log4j-core:2.24.2",
      "org.apache.logging.log4j:log4j-layout-template-json:2.24.2",
    ],
    code: MAIN(
      "import org.apache.logging.log4j.*; import org.apache.logging.log4j.message.*; import org.apache.logging.log4j.core.config.*; import org.apache.logging.log4j.core.config.builder.api.*;",
      `
    ConfigurationBuilder<?> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
    RootLoggerComponentBuilder root = builder.newRootLogger(Level.TRACE);
    builder.add(builder.newAppender("text", "Console").add(builder.newLayout("PatternLayout").addAttribute("pattern", "%d %-5p [%t] %c{1} %X %m%n%xEx")));
    builder.add(builder.newAppender("json", "Console").add(builder.newLayout("JsonTemplateLayout")));
    builder.add(root.add(builder.newAppenderRef("text")).add(builder.newAppenderRef("json")));
    Configurator.initialize(builder.build());
    Logger log = LogManager.getLogger("shop.Login");
    ThreadContext.put("sessionToken", env("KEY"));
    Login login = new Login("ann", env("PASSWORD"), List.of(env("KEY")));
    log.info("login {} with password {}", login, env("PASSWORD"));
    log.debug(new StringMapMessage(Map.of("user", "ann", "password", env("PASSWORD"))));
    log.warn(new StructuredDataMessage("1", "refused", "audit").with("apiKey", env("KEY")).with("user", "ann"));
    log.error("refused", new IllegalStateException("Access denied for user 'ann' using password '" + env("PLAIN") + "'", new RuntimeException("jdbc:mysql://db.example/shop?user=ann&password=" + env("PLAIN"))));
    log.trace("headers={} args={} options={}", Map.of("Authorization", List.of("Bearer " + env("KEY"))), Arrays.asList("--token", env("KEY")), Optional.of(Map.of("secret", env("PLAIN"))));`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "logback-spring-web",
    language: "java",
    packages: [
      "ch.qos.logback:logback-classic:1.5.12",
      "org.springframework:spring-web:6.2.0",
      "com.fasterxml.jackson.core:jackson-databind:2.18.2",
    ],
    code: MAIN(
      "import org.slf4j.*; import org.springframework.http.*; import org.springframework.util.*; import org.springframework.web.client.*;",
      `
    Logger log = LoggerFactory.getLogger("shop");
    MDC.put("apiKey", env("KEY"));
    log.atInfo().addKeyValue("password", env("PASSWORD")).addKeyValue("login", new Login("ann", env("PASSWORD"), List.of())).log("login");
    HttpHeaders headers = new HttpHeaders();
    headers.setBasicAuth("ann", env("PASSWORD"));
    headers.add("Cookie", "sid=" + env("PLAIN"));
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("password", env("PASSWORD"));
    form.add("client_secret", env("PLAIN"));
    headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
    HttpEntity<?> entity = new HttpEntity<>(form, headers);
    log.debug("request {}", entity);
    RestTemplate client = new RestTemplate();
    ResponseEntity<Map> answer = client.postForEntity(http + "/token?api_key={key}", entity, Map.class, env("KEY"));
    log.debug("answer {}", answer);
    try { client.exchange(http + "/401?token=" + env("KEY"), HttpMethod.POST, new HttpEntity<>(Map.of("password", env("PLAIN")), headers), String.class); } catch (Exception error) { log.error("refused", error); }
    client.postForEntity(http + "/echo", new HttpEntity<>(Map.of("password", env("PLAIN"))), String.class);`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "h2-hikari",
    language: "java",
    packages: [
      SIMPLE,
      "com.h2database:h2:2.3.232",
      "com.zaxxer:HikariCP:6.2.1",
      "net.ttddyy:datasource-proxy:1.10",
    ],
    code: MAIN(
      "import java.sql.*; import com.zaxxer.hikari.*; import net.ttddyy.dsproxy.support.*;",
      `
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:shop;TRACE_LEVEL_SYSTEM_OUT=3");
    config.setUsername("ann");
    config.setPassword(env("PASSWORD"));
    config.addDataSourceProperty("cipherKey", env("PLAIN"));
    javax.sql.DataSource source = ProxyDataSourceBuilder.create(new HikariDataSource(config)).logQueryToSysOut().multiline().build();
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table users (name varchar, password varchar unique, api_token varchar)");
      statement.execute("create user bob password '" + env("PLAIN") + "'");
      PreparedStatement insert = connection.prepareStatement("insert into users (name, password, api_token) values (?, ?, ?)");
      for (int i = 0; i < 2; i++) {
        insert.setString(1, "ann"); insert.setString(2, env("PASSWORD")); insert.setString(3, env("KEY"));
        try { insert.execute(); } catch (SQLException error) { System.out.println(error); }
      }
    }
    try { DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + env("DEAD") + "/shop;USER=ann;PASSWORD=" + env("PLAIN")); } catch (SQLException error) { error.printStackTrace(); }`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "jakarta-mail",
    language: "java",
    packages: ["org.eclipse.angus:angus-mail:2.0.3"],
    code: MAIN(
      "import jakarta.mail.*; import jakarta.mail.internet.*;",
      `
    for (String method : new String[] {"PLAIN", "LOGIN"}) {
      Properties settings = new Properties();
      settings.putAll(Map.of("mail.smtp.host", "127.0.0.1", "mail.smtp.port", env("SMTP"), "mail.smtp.auth", "true", "mail.debug", "true", "mail.debug.auth", "true", "mail.debug.auth.username", "true", "mail.debug.auth.password", "true", "mail.smtp.auth.mechanisms", method));
      Session session = Session.getInstance(settings, new Authenticator() { protected PasswordAuthentication getPasswordAuthentication() { return new PasswordAuthentication("ann", env("PASSWORD")); } });
      session.setDebugOut(System.out);
      MimeMessage message = new MimeMessage(session);
      message.setFrom("a@shop.example"); message.setRecipients(Message.RecipientType.TO, "b@shop.example"); message.setSubject("Reset"); message.setText("Your new password is " + env("PLAIN") + "\\nhttps://shop.example/reset?token=" + env("KEY"));
      try { Transport.send(message); } catch (Exception error) { error.printStackTrace(); }
      settings.put("mail.smtp.password", env("PASSWORD")); settings.list(System.out); System.out.println(settings);
    }`,
    ),
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "kafka-clients",
    language: "java",
    packages: [SIMPLE, "org.apache.kafka:kafka-clients:3.9.0"],
    code: MAIN(
      "import org.apache.kafka.clients.producer.*;",
      `
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    Properties settings = new Properties();
    settings.putAll(Map.of("bootstrap.servers", "127.0.0.1:" + env("DEAD"), "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "max.block.ms", "800", "ssl.keystore.password", env("PLAIN"), "sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\\"ann\\" password=\\"" + env("PLAIN") + "\\";", "schema.registry.basic.auth.user.info", "ann:" + env("PASSWORD"), "key.serializer", "org.apache.kafka.common.serialization.StringSerializer", "value.serializer", "org.apache.kafka.common.serialization.StringSerializer"));
    System.out.println(settings);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      ProducerRecord<String, String> record = new ProducerRecord<>("logins", "ann", "{\\"password\\":\\"" + env("PASSWORD") + "\\"}");
      record.headers().add("authorization", ("Bearer " + env("KEY")).getBytes());
      System.out.println(record);
      System.out.println(producer.send(record).get());
    } catch (Exception error) { error.printStackTrace(); }
    System.exit(0);`,
    ),
    secrets: { PASSWORD: "plain", KEY: "opaque", PLAIN: "plain" },
  },
];
