// Clients of services in Python.

/** @import { Program } from "../program.js" */

/** Everything that Python's `logging` is told, in a format that projects use. */
const LOGGING = `
import logging, os
env = os.environ
logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)-7s %(name)s:%(lineno)d %(message)s")
http = "http://127.0.0.1:" + env["T_HTTP"]
def attempt(call):
    try:
        return call()
    except BaseException:
        logging.exception("failed")
`;

/** @type {readonly Program[]} */
export const pythonServices = [
  {
    name: "openai-python",
    language: "python",
    packages: ["openai"],
    env: { OPENAI_LOG: "debug" },
    code: `${LOGGING}
import openai
client = openai.OpenAI(api_key=env["T_KEY"], base_url=http + "/v1", max_retries=0, organization="org-1",
    default_headers={"X-Gateway-Token": env["T_GATEWAY"]})
attempt(lambda: client.chat.completions.create(model="m", messages=[{"role": "user", "content": "my password is " + env["T_PASSWORD"]}]))
attempt(lambda: client.with_options(base_url=http + "/401").models.list())
`,
    secrets: { KEY: "openai", GATEWAY: "opaque", PASSWORD: "plain" },
  },
  {
    name: "anthropic-python",
    language: "python",
    packages: ["anthropic"],
    env: { ANTHROPIC_LOG: "debug" },
    code: `${LOGGING}
import anthropic
for given in [{"api_key": env["T_KEY"]}, {"auth_token": env["T_TOKEN"]}]:
    client = attempt(lambda: anthropic.Anthropic(base_url=http + "/401", max_retries=0, **given))
    attempt(lambda: client.messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": "hello"}],
        extra_headers={"Proxy-Authorization": "Basic " + env["T_BASIC"]}))
    print(vars(client))
`,
    secrets: { KEY: "anthropic", TOKEN: "jwt", BASIC: "azure" },
  },
  {
    name: "azure-identity",
    language: "python",
    packages: ["azure-identity", "azure-storage-blob"],
    code: `${LOGGING}
from azure.identity import ClientSecretCredential
from azure.storage.blob import BlobServiceClient
blobs = BlobServiceClient.from_connection_string(
    "DefaultEndpointsProtocol=http;AccountName=shop;AccountKey=" + env["T_KEY"] + ";BlobEndpoint=" + http + "/shop;",
    logging_enable=True, retry_total=0)
attempt(lambda: list(blobs.list_containers()))
sas = BlobServiceClient(http + "/shop?sv=2024-01-01&sp=r&se=2030-01-01&sig=" + env["T_SAS"].replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"), logging_enable=True, retry_total=0)
attempt(lambda: sas.get_account_information())
credential = ClientSecretCredential("00000000-0000-0000-0000-000000000001", "app", env["T_SECRET"], authority="https://127.0.0.1:" + env["T_DEAD"], logging_enable=True, disable_instance_discovery=True, retry_total=0)
attempt(lambda: credential.get_token("https://vault.example/.default"))
`,
    secrets: { KEY: "azure", SAS: "aws", SECRET: "password" },
  },
  {
    name: "msal",
    language: "python",
    packages: ["msal"],
    code: `${LOGGING}
import msal
from http.client import HTTPConnection
class Client:
    def post(self, url, **rest):
        logging.debug("POST %s %r", url, rest)
        return self.get(url)
    def get(self, url, **rest):
        logging.debug("GET %s %r", url, rest)
        class Answer:
            status_code, headers, text = 200, {}, '{"token_endpoint":"https://login.example/token","authorization_endpoint":"https://login.example/auth","issuer":"https://login.example/t","access_token":"' + env["T_ACCESS"] + '","expires_in":3600}'
            def raise_for_status(self): pass
        return Answer()
app = msal.ConfidentialClientApplication("app", client_credential=env["T_SECRET"], authority="https://login.example/t", validate_authority=False, http_client=Client(), enable_pii_log=True)
attempt(lambda: print(app.acquire_token_by_username_password("ann", env["T_PASSWORD"], ["read"])))
attempt(lambda: print(app.acquire_token_for_client(["read"])))
`,
    secrets: { SECRET: "password", PASSWORD: "phrase" },
  },
  {
    name: "google-auth",
    language: "python",
    packages: ["google-auth", "requests"],
    env: { GOOGLE_SDK_PYTHON_LOGGING_SCOPE: "google" },
    code: `${LOGGING}
import json
from google.oauth2 import service_account, credentials
from google.auth.transport.requests import Request
info = {"type": "service_account", "project_id": "shop", "private_key_id": "00", "private_key": env["T_PEM"], "client_email": "a@shop.example", "client_id": "1", "token_uri": http + "/token"}
logging.debug("service account: %s", json.dumps(info))
account = service_account.Credentials.from_service_account_info(info, scopes=["read"])
attempt(lambda: account.refresh(Request()))
user = credentials.Credentials(None, refresh_token=env["T_OLD"], client_id="app", client_secret=env["T_SECRET"], token_uri=http + "/401")
attempt(lambda: user.refresh(Request()))
print(user.to_json())
print(vars(user))
`,
    secrets: { PEM: "pem", OLD: "opaque", SECRET: "opaque" },
  },
  {
    name: "stripe-python",
    language: "python",
    packages: ["stripe"],
    env: { STRIPE_LOG: "debug" },
    code: `${LOGGING}
import stripe
client = stripe.StripeClient(env["T_KEY"], base_addresses={"api": http}, max_network_retries=0)
attempt(lambda: client.v1.customers.create({"name": "ann", "metadata": {"portal_password": env["T_PASSWORD"]}}))
attempt(lambda: stripe.Webhook.construct_event("{}", "t=1,v1=00", env["T_HOOK"]))
print(client.v1.customers, vars(client))
`,
    secrets: { KEY: "stripe", PASSWORD: "plain", HOOK: "opaque" },
  },
  {
    name: "twilio-python",
    language: "python",
    packages: ["twilio"],
    code: `${LOGGING}
from twilio.rest import Client
from twilio.http.http_client import TwilioHttpClient
class Local(TwilioHttpClient):
    def request(self, method, url, **rest):
        return super().request(method, http + "/2010-04-01/Accounts.json", **rest)
logger = logging.getLogger("twilio.http_client")
client = Client("AC00000000000000000000000000000000", env["T_TOKEN"], http_client=Local(logger=logger))
attempt(lambda: client.messages.create(to="+15550100", from_="+15550101", body="Your code is " + env["T_PLAIN"]))
print(vars(client))
`,
    secrets: { TOKEN: "hex", PLAIN: "plain" },
  },
  {
    name: "slack-sdk",
    language: "python",
    packages: ["slack_sdk"],
    code: `${LOGGING}
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient
client = WebClient(env["T_TOKEN"], base_url=http + "/api/")
attempt(lambda: client.chat_postMessage(channel="#ops", text="hello"))
attempt(lambda: client.oauth_v2_access(client_id="1.2", client_secret=env["T_SECRET"], code=env["T_CODE"]))
attempt(lambda: WebhookClient(http + "/services/T00000000/B00000000/" + env["T_HOOK"]).send(text="hello"))
`,
    secrets: { TOKEN: "slack", SECRET: "hex", CODE: "plain", HOOK: "plain" },
  },
  {
    name: "pygithub",
    language: "python",
    packages: ["PyGithub"],
    code: `${LOGGING}
import github
github.enable_console_debug_logging()
client = github.Github(auth=github.Auth.Token(env["T_TOKEN"]), base_url=http, retry=None)
attempt(lambda: client.get_user().login)
attempt(lambda: github.Github(auth=github.Auth.Login("ann", env["T_PASSWORD"]), base_url=http + "/401", retry=None).get_user().login)
`,
    secrets: { TOKEN: "github", PASSWORD: "password" },
  },
  {
    name: "kubernetes-python",
    language: "python",
    packages: ["kubernetes"],
    code: `${LOGGING}
import base64
from kubernetes import client
settings = client.Configuration(host=http, api_key={"authorization": "Bearer " + env["T_TOKEN"]})
settings.debug = True
settings.retries = False
api = client.CoreV1Api(client.ApiClient(settings))
data = {"password": base64.b64encode(env["T_PASSWORD"].encode()).decode()}
secret = client.V1Secret(metadata=client.V1ObjectMeta(name="db"), data=data, string_data={"api-token": env["T_PLAIN"]})
print(secret)
attempt(lambda: print(api.create_namespaced_secret("default", secret)))
pod = client.V1Container(name="app", env=[client.V1EnvVar(name="DB_PASSWORD", value=env["T_PASSWORD"])], args=["--token", env["T_PLAIN"]])
print(pod)
`,
    secrets: { TOKEN: "jwt", PASSWORD: "password", PLAIN: "plain" },
  },
  {
    name: "httpx",
    language: "python",
    packages: ["httpx[http2]"],
    code: `${LOGGING}
import httpx
def show(request):
    logging.info("%s %s %s %s", request.method, request.url, request.headers, request.headers.raw)
client = httpx.Client(auth=("ann", env["T_PASSWORD"]), cookies={"sid": env["T_SID"]}, headers={"X-Auth-Token": env["T_TOKEN"]}, event_hooks={"request": [show]})
answer = attempt(lambda: client.post(http + "/echo", params={"api_key": env["T_TOKEN"]}, data={"password": env["T_PASSWORD"], "user": "ann"}))
print(answer.text, answer.headers, answer.cookies, answer.request.content)
attempt(lambda: client.get("http://ann:" + env["T_PLAIN"] + "@127.0.0.1:" + env["T_HTTP"] + "/401").raise_for_status())
`,
    secrets: { PASSWORD: "password", SID: "opaque", TOKEN: "opaque", PLAIN: "plain" },
  },
];
