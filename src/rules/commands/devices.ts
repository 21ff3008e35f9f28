import type { CatalogueShape } from "../catalogue-shape.ts";

/** A user's name, and no "or" or "and" of a sentence. */
const USER =
  "(?:[^\\s/&oaOA][^\\s]*|[oO](?:[^\\srR][^\\s]*|[rR][^\\s]+)?|[aA](?:[^\\snN][^\\s]*|[nN](?:[^\\sdD][^\\s]*|[dD][^\\s]+)?)?)";

/** Passwords in directives of servers and network devices: name and value with only a blank between. */
// biome-ignore format: a table
export const deviceRules: readonly CatalogueShape[] = [
  {
    id: "config/directive",
    name: "Password in a directive of Redis, Keepalived, OpenVPN, Kickstart and the like",
    source: "https://redis.io/docs/latest/operate/oss_and_stack/management/config/",
    pattern: String.raw`^[ \t]{0,16}(?:requirepass|masterauth|auth_pass|rootpw(?: --\w+)?|proxy_password|https?-proxy-password|smtp_password|sasl_password|ssl_passphrase|key-password|bindpw|bind_password|ldap_password|db_password)[ \t]{1,16}["']?([^\s"'=:#;,([{<$][^\s"']{2,})`,
    example: "requirepass «hunter22x»",
    nearMiss: "requirepasx hunter22x",
  },
  {
    // The digit says how it is written: 0 as it is, 5, 8 and 9 as a hash, 7 in a cipher that is undone in a moment.
    id: "cisco/password",
    name: "Password in a configuration of Cisco IOS",
    source: "https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html",
    pattern: String.raw`\b(?:username ${USER}(?: privilege \d{1,2})? (?:password|secret)|enable (?:password|secret)(?: level \d{1,2})?|(?:tacacs|radius)-server (?:host [^\s]+ )?key|neighbor [^\s]+ password|key-string|ppp (?:chap|pap)(?: sent-username [^\s]+)? password) [0-9] ([^\s"']{3,})`,
    example: "username ann password 0 «hunter22x»",
    nearMiss: "username ann passworx 0 hunter22x",
  },
  {
    id: "cisco/plain-key",
    name: "Key or password in a configuration of Cisco IOS without the digit that says how it is written",
    source: "https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html",
    pattern: String.raw`\b(?:(?:tacacs|radius)-server (?:host [^\s]+ )?key|ppp (?:chap|pap)(?: sent-username [^\s]+)? password|crypto isakmp key|message-digest-key \d+ md5|neighbor [^\s]+ password) ([^\s"']{3,})`,
    example: "crypto isakmp key «hunter22x» address 10.0.0.1",
    nearMiss: "crypto isakmp kex hunter22x address 10.0.0.1",
  },
  {
    id: "cisco/enable",
    name: "Password of a user or of the enable mode of Cisco IOS, as it is typed",
    source: "https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html",
    pattern: String.raw`\b(?:username ${USER}(?: privilege \d{1,2})?|enable) (?:password|secret) ([^\s"'\d]*\d[^\s"']{2,})`,
    example: "enable secret «hunter22x»",
    nearMiss: "enable secrex hunter22x",
  },
  {
    id: "ipsec/secret",
    name: "Secret in strongSwan's ipsec.secrets",
    source: "https://docs.strongswan.org/docs/latest/config/previousVersions/ipsecSecrets.html",
    pattern: String.raw`(?:^|[ \t]): (?:PSK|EAP|XAUTH|NTLM) "([^"\n]+)`,
    example: '10.0.0.1 %any : PSK "«hunter22x»"',
    nearMiss: '10.0.0.1 %any : PSX "hunter22x"',
  },
  {
    id: "config/named-password",
    name: "Password in quotes after a name, as Gradle and others have it",
    source: "https://developer.android.com/build/building-cmdline#gradle_signing",
    pattern: String.raw`\b(?:store|key|db|user|admin|root|smtp|mail|proxy|repo|nexus|ossrh|basic)_?[Pp]ass(?:word)?[ \t]{1,4}\\{0,3}["']([^\s"'\\<>]{3,})["'\\]`,
    example: 'storePassword "«hunter22x»"',
    nearMiss: 'storePassworx "hunter22x"',
  },
  {
    id: "config/user-and-password",
    name: "Password after a user's name in a directive of HAProxy or curl",
    source: "https://docs.haproxy.org/3.2/configuration.html#4-stats%20auth",
    pattern: String.raw`(?:\bstats auth [\w.@-]+:|^(?:proxy-)?user ?=? ?"[^\s:"\\]+:)([^\s"\\]+)`,
    example: "stats auth ann:«hunter22x»",
    nearMiss: "stats autx ann:hunter22x",
  },
  {
    // RFC 2307
    id: "dovecot/plain-scheme",
    name: "Password in the clear in a file of users",
    source: "https://doc.dovecot.org/latest/core/config/auth/schemes.html",
    pattern: String.raw`\{(?:PLAIN|CLEARTEXT|CLEAR)\}([^\s:"'\\{}[][^\s:"'\\{}]{2,})`,
    example: "{PLAIN}«hunter22x»",
    nearMiss: "{PLAIX}hunter22x",
  },
  {
    id: "openwrt/key",
    name: "Key of a wireless network in OpenWrt's configuration",
    source: "https://openwrt.org/docs/guide-user/network/wifi/basic",
    pattern: String.raw`\boption key '([^'\n]{8,})`,
    example: "option key '«hunter22x»'",
    nearMiss: "option kex 'hunter22x'",
  },
  {
    id: "wifi/uri",
    name: "Password in the text of a wireless network's QR code",
    source: "https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11",
    pattern: String.raw`\bWIFI:(?:[A-OQ-Z]:[^;\n]*;)*P:([^;"'\n]{4,})`,
    example: "WIFI:T:WPA;S:home;P:«hunter22x»;;",
    nearMiss: "WIFI:T:WPA;S:home;X:hunter22x;;",
  },
  {
    id: "postfix/static-map",
    name: "Password in a static map of Postfix",
    source: "https://www.postfix.org/DATABASE_README.html",
    pattern: String.raw`password_maps ?= ?static:[^\s:]+:([^\s"']+)`,
    example: "smtp_sasl_password_maps = static:ann:«hunter22x»",
    nearMiss: "smtp_sasl_password_maps = statix:ann:hunter22x",
  },
  {
    id: "cisco/snmp-community",
    name: "SNMP community in a configuration of Cisco IOS or of Net-SNMP",
    source: "https://www.cisco.com/c/en/us/support/docs/ip/simple-network-management-protocol-snmp/7282-12.html",
    pattern: String.raw`\b(?:snmp-server |r[ow])community6? ([^\s"']{3,})`,
    example: "snmp-server community «hunter22x» RO",
    nearMiss: "snmp-server communitx hunter22x RO",
  },
  {
    id: "juniper/password",
    name: "Password in a configuration of Junos",
    source: "https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/ref/statement/root-authentication-edit-system.html",
    pattern: String.raw`\b(?:ascii-text|plain-text-password-value|encrypted-password|simple-password|authentication-key) \\{0,3}"([^"\\\n]{3,})`,
    example: 'ascii-text "«hunter22x»',
    nearMiss: 'ascii-texx "hunter22x',
  },
  {
    id: "fortinet/set",
    name: "Password in a configuration of FortiOS",
    source: "https://docs.fortinet.com/document/fortigate/7.6.0/cli-reference/84566/fortios-cli-reference",
    pattern: String.raw`^[ \t]{2,16}set (?:password|passwd|psksecret|passphrase|auth-pwd|priv-pwd|sae-password)(?: ENC)? ["']?([^\s"']{3,})`,
    example: "  set password «hunter22x»",
    nearMiss: "  set passworx hunter22x",
  },
  {
    id: "paloalto/set",
    name: "Password at the end of a line of PAN-OS that sets it",
    source: "https://docs.paloaltonetworks.com/ngfw/networking/pan-os-cli-quick-start",
    pattern: String.raw`^set [\w./ -]+ (?:password|phash|secret|pre-shared-key key) ["']?([^\s"'=]{3,})$`,
    example: "set ann password «hunter22x»",
    nearMiss: "set ann passworx hunter22x",
  },
  {
    id: "openwrt/uci",
    name: "Key of a wireless network in UCI",
    source: "https://openwrt.org/docs/guide-user/base-system/uci",
    pattern: String.raw`\bwireless\.[\w.@[\]-]+\.(?:key|sae_password)=["']?([^"'\n\\]{4,})`,
    example: "wireless.ann.key=«hunter22x»",
    nearMiss: "wireless.ann.kex=hunter22x",
  },
  {
    id: "snmp/v3-authentication",
    name: "Authentication or privacy pass phrase of SNMPv3",
    source: "https://linux.die.net/man/1/snmpcmd",
    pattern: String.raw`-(?:a (?:SHA|MD5|sha|md5)[\w-]{0,4} -A|x (?:AES|DES|aes|des)[\w-]{0,4} -X) {1,2}["']?([^\s"'\\]+)`,
    example: "-a SHA -A «hunter22x»",
    nearMiss: "-a SHA -X hunter22x",
  },
];
