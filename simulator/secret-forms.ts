import type { Random } from './random';

/** Without l, I and O: somebody will compare these by eye. */
const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const BASE62 = `${LETTERS}0123456789`;
const BASE64 = `${BASE62}+/`;

const word = (random: Random) => random.text(1, LETTERS) + random.text(random.int(11, 17), BASE62);
const hex = (random: Random) => random.hex(32);
const crypt = (kind: string) => (random: Random) => `$${kind}$${random.text(8, BASE62)}$${random.text(43, BASE62)}`;
const type7 = (random: Random) => `0${random.int(1, 9)}${random.text(22, '0123456789ABCDEF')}`;
const base64 = (random: Random) => `${random.text(62, BASE64)}==`;
const urlSafe = (length: number) => (random: Random) => random.text(length, `${BASE62}_-`);

export type SecretForm = {
  name: string;
  /** Device type whose output holds it, or `any` for the Gateway's own lines. */
  system: 'cisco_ios' | 'juniper_junos' | 'arista_eos' | 'fortinet' | 'paloalto_panos' | 'any';
  make(random: Random): string;
  line(secret: string): string;
};

/** Written as rows, to see a system at a glance. */
type Row = readonly [name: string, make: (random: Random) => string, line: (secret: string) => string];

const CISCO: readonly Row[] = [
  ['enable-secret-5', crypt('1'), (s) => `enable secret 5 ${s}`],
  ['enable-secret-9', crypt('9'), (s) => `enable secret 9 ${s}`],
  ['enable-password-7', type7, (s) => `enable password 7 ${s}`],
  ['enable-password-plain', word, (s) => `enable password ${s}`],
  ['username-secret', crypt('8'), (s) => `username backup privilege 15 secret 8 ${s}`],
  ['username-password-0', word, (s) => `username svc-netraven password 0 ${s}`],
  ['vty-password', type7, (s) => `line vty 0 4\n password 7 ${s}\n login local`],
  ['snmp-community', word, (s) => `snmp-server community ${s} RO 99`],
  ['snmp-host', word, (s) => `snmp-server host 10.9.0.4 version 2c ${s}`],
  ['snmp-v3-auth', word, (s) => `snmp-server user nms ops v3 auth sha ${s}`],
  ['tacacs-key', type7, (s) => `tacacs-server host 10.9.0.49 key 7 ${s}`],
  ['tacacs-block-key', word, (s) => `tacacs server T1\n address ipv4 10.9.0.49\n key ${s}`],
  ['radius-key', word, (s) => `radius-server key 0 ${s}`],
  ['key-string', type7, (s) => `key chain OSPF\n key 1\n  key-string 7 ${s}`],
  ['bgp-neighbor', type7, (s) => `neighbor 192.0.2.7 password 7 ${s}`],
  ['isakmp-key', word, (s) => `crypto isakmp key ${s} address 198.51.100.9`],
  ['pre-shared-key', word, (s) => `pre-shared-key local ${s}`],
  ['ospf-md5', type7, (s) => `ip ospf message-digest-key 1 md5 7 ${s}`],
  ['ntp-key', type7, (s) => `ntp authentication-key 3 md5 ${s} 7`],
  ['ppp-chap', type7, (s) => `ppp chap password 7 ${s}`],
];

const JUNOS: readonly Row[] = [
  ['junos-9', (random) => `$9$${random.text(28, BASE62)}`, (s) => `set system tacplus-server 10.9.0.49 secret "${s}"`],
  ['junos-encrypted', crypt('6'), (s) => `set system root-authentication encrypted-password "${s}"`],
  ['junos-bgp', (random) => `$9$${random.text(24, BASE62)}`, (s) => `authentication-key "${s}"; ## SECRET-DATA`],
  ['junos-psk', word, (s) => `set security ike policy p1 pre-shared-key ascii-text "${s}"`],
];

const FIREWALL: readonly Row[] = [
  ['forti-enc', base64, (s) => `config system admin\n edit "backup"\n  set password ENC ${s}\n next`],
  ['forti-psk', base64, (s) => `set psksecret ENC ${s}`],
  ['forti-plain', word, (s) => `set passwd ${s}`],
];

const PANOS: readonly Row[] = [
  ['panos-phash', crypt('5'), (s) => `<entry name="backup"><phash>${s}</phash></entry>`],
  ['panos-password', word, (s) => `<bind-password>${s}</bind-password>`],
];

const ARISTA: readonly Row[] = [
  ['arista-username', crypt('6'), (s) => `username backup privilege 15 role network-admin secret sha512 ${s}`],
  ['arista-bgp', type7, (s) => `neighbor 192.0.2.9 password 7 ${s}`],
];

const jwt = (random: Random) => `eyJhbGciOiJIUzI1NiJ9.eyJ${random.text(40, BASE62)}.${random.text(43, BASE62)}`;

const GATEWAY: readonly Row[] = [
  ['url-postgres', word, (s) => `pool opened for postgresql://netraven:${s}@db.example.net:5432/netraven`],
  ['url-https', word, (s) => `pushing to https://git-writer:${s}@git.example.net/configs.git`],
  ['url-redis', word, (s) => `queue is redis://:${s}@cache.example.net:6379/0`],
  ['json-password', word, (s) => `request body {"username":"svc-netraven","password":"${s}","port":22}`],
  ['json-escaped', word, (s) => `payload "{\\"user\\":\\"svc\\",\\"password\\":\\"${s}\\"}"`],
  ['python-repr', word, (s) => `ConnectHandler(host='10.20.0.11', username='svc-netraven', password='${s}', port=22)`],
  ['python-dict', word, (s) => `params {'device_type': 'cisco_ios', 'secret': '${s}', 'timeout': 30}`],
  ['free-text', word, (s) => `trying password: '${s}' for user svc-netraven`],
  ['assignment', word, (s) => `env GIT_USER=svc password=${s} retries=3`],
  ['command-line', word, (s) => `exec: snmpget --password ${s} --host 10.20.0.11`],
  ['bearer', urlSafe(40), (s) => `> Authorization: Bearer ${s}`],
  ['basic', (random) => random.text(32, BASE62), (s) => `> Authorization: Basic ${s}`],
  ['jwt', jwt, (s) => `token accepted: ${s}`],
  ['api-key', hex, (s) => `api_key=${s} accepted by inventory`],
  ['private-key', (random) => random.text(64, BASE64), pem],
];

/** Only the middle line is the secret asked about; it is the longest part of a key without any keyword beside it. */
function pem(secret: string): string {
  return `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n${secret}\nq1w2\n-----END RSA PRIVATE KEY-----`;
}

const forms = (system: SecretForm['system'], rows: readonly Row[]): SecretForm[] =>
  rows.map(([name, make, line]) => ({ name, system, make, line }));

export const SECRET_FORMS: readonly SecretForm[] = [
  ...forms('cisco_ios', CISCO),
  ...forms('juniper_junos', JUNOS),
  ...forms('fortinet', FIREWALL),
  ...forms('paloalto_panos', PANOS),
  ...forms('arista_eos', ARISTA),
  ...forms('any', GATEWAY),
];
