// Clients and loggers of Rust, and its package manager.

/** @import { Program } from "../program.js" */

/** @type {readonly Program[]} */
export const rustPrograms = [
  {
    name: "cargo",
    language: "debian",
    packages: [],
    run: [
      "cargo",
      "-vv",
      "publish",
      "--registry",
      "acme",
      "--allow-dirty",
      "--no-verify",
      "--token",
      "{TOKEN}",
    ],
    env: {
      CARGO_LOG: "trace",
      CARGO_HTTP_DEBUG: "true",
      CARGO_NET_RETRY: "0",
      CARGO_REGISTRIES_ACME_TOKEN: "{TOKEN}",
      CARGO_HTTP_PROXY: "http://ann:{PLAIN}@127.0.0.1:{HTTP}",
      RUSTUP_HOME: "/root/.rustup",
    },
    files: {
      ".cargo/config.toml": '[registries.acme]\nindex = "sparse+http://127.0.0.1:{HTTP}/token/index/"\n',
      "Cargo.toml":
        '[package]\nname = "acme"\nversion = "0.1.0"\nedition = "2021"\ndescription = "a"\nlicense = "MIT"\n',
      "src/lib.rs": "",
    },
    secrets: { TOKEN: "opaque", PLAIN: "plain" },
  },
  {
    name: "reqwest",
    language: "rust",
    packages: [
      'reqwest = { version = "0.12", default-features = false, features = ["blocking", "json", "cookies"] }',
      'env_logger = "0.11"',
      'serde_json = "1"',
    ],
    env: { RUST_LOG: "trace" },
    code: `
fn env(name: &str) -> String { std::env::var(format!("T_{name}")).unwrap() }
fn main() {
    env_logger::init();
    let http = format!("http://127.0.0.1:{}", env("HTTP"));
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-api-key", env("KEY").parse().unwrap());
    let client = reqwest::blocking::Client::builder().connection_verbose(true).cookie_store(true).default_headers(headers).build().unwrap();
    let request = client.post(format!("{http}/echo/login?api_key={}", env("KEY"))).basic_auth("ann", Some(env("PASSWORD"))).form(&[("user", "ann"), ("password", &env("PASSWORD"))]);
    println!("{request:?}");
    println!("{:#?}", request.send());
    let request = client.post(format!("{http}/token")).bearer_auth(env("KEY")).json(&serde_json::json!({ "client_secret": env("PLAIN"), "scope": ["read"] }));
    println!("{request:#?}");
    println!("{:?}", request.send().map(|answer| answer.text()));
    println!("{:?}", client.get(format!("http://ann:{}@127.0.0.1:1/?token={}", env("PLAIN"), env("KEY"))).send());
    println!("{:?}", client.get(format!("{http}/401")).send().unwrap().error_for_status());
}
`,
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "tracing",
    language: "rust",
    packages: ['tracing = "0.1"', 'tracing-subscriber = { version = "0.3", features = ["json"] }'],
    code: `
use std::collections::HashMap;
#[derive(Debug, Clone)]
struct Secret<T>(T);
#[derive(Debug, Clone)]
struct Login { user: String, password: Option<String>, token: Secret<String>, keys: Vec<(String, String)> }
#[derive(Debug)]
enum Failure { BadPassword { given: String }, Denied(Login) }
fn env(name: &str) -> String { std::env::var(format!("T_{name}")).unwrap() }
#[tracing::instrument(ret, err(Debug))]
fn connect(user: &str, password: &str, api_key: Option<String>) -> Result<Login, Failure> {
    tracing::debug!(%password, secret = ?Secret(password), "connecting");
    let login = Login { user: user.into(), password: Some(password.into()), token: Secret(env("KEY")), keys: vec![("api_key".into(), env("PLAIN"))] };
    if api_key.is_none() { return Err(Failure::BadPassword { given: password.into() }); }
    if user == "eve" { return Err(Failure::Denied(login)); }
    Ok(login)
}
fn speak() {
    let found = [connect("ann", &env("PASSWORD"), Some(env("KEY"))), connect("bob", &env("PASSWORD"), None), connect("eve", &env("PASSWORD"), Some(env("PLAIN")))];
    tracing::info!(?found, "done");
    let headers = HashMap::from([("authorization", format!("Bearer {}", env("KEY")))]);
    tracing::warn!(headers = ?headers, cookie = format!("sid={}", env("PLAIN")), "GET /?token={}", env("KEY"));
    println!("{found:#?} {headers:#?}");
}
fn main() {
    let base = || tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::stdout);
    tracing::subscriber::with_default(base().with_ansi(true).finish(), speak);
    tracing::subscriber::with_default(base().with_ansi(false).compact().finish(), speak);
    tracing::subscriber::with_default(base().pretty().finish(), speak);
    tracing::subscriber::with_default(base().json().finish(), speak);
}
`,
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
  {
    name: "ureq",
    language: "rust",
    packages: [
      'ureq = { version = "2", default-features = false, features = ["json"] }',
      'redis = "0.27"',
      'serde_json = "1"',
      'env_logger = "0.11"',
    ],
    env: { RUST_LOG: "trace" },
    code: `
fn env(name: &str) -> String { std::env::var(format!("T_{name}")).unwrap() }
fn main() {
    env_logger::init();
    let http = format!("http://127.0.0.1:{}", env("HTTP"));
    let request = ureq::post(&format!("{http}/echo/login")).query("access_token", &env("KEY")).set("Authorization", &format!("Token token={}", env("PLAIN"))).set("X-Api-Key", &env("KEY"));
    println!("{request:?}");
    println!("{:?}", request.send_form(&[("password", &env("PASSWORD"))]).map(|answer| answer.into_string()));
    println!("{:?}", ureq::get(&format!("{http}/401?token={}", env("KEY"))).call());
    println!("{:?}", ureq::get(&format!("http://ann:{}@127.0.0.1:1/", env("PLAIN"))).call());
    let client = redis::Client::open(format!("redis://ann:{}@127.0.0.1:{}/0", env("PLAIN"), env("REDIS"))).unwrap();
    println!("{client:?} {:#?}", client.get_connection_info());
    let mut command = redis::cmd("AUTH");
    command.arg("ann").arg(env("PASSWORD"));
    println!("{}", String::from_utf8_lossy(&command.get_packed_command()));
}
`,
    secrets: { PASSWORD: "password", KEY: "opaque", PLAIN: "plain" },
  },
];
