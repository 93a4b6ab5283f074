/** Messages of programs that speak of secrets but hold none: they must stay as they are. */
export const TEXT_NEAR_MISSES: readonly string[] = `
icmp_ping to fra-sw-12 answered in 3 ms
job icmp_ping finished
credential_id=42
credential_id: 42 chosen for fra-sw-12
using credential set default-ssh (id 7)
{"credential_id": 42, "device": "fra-sw-12"}
password changed for user x
password changed for user netops on fra-sw-12
password authentication failed
password authentication failed for netops
Password authentication is disabled
Permission denied (publickey,password,keyboard-interactive)
password expired
password expires in 14 days
password will expire in 5 days
password must be at least 12 characters
password is required
password is not set
password required, but none set
% Password required, but none set
% Bad passwords
% Bad secrets
Bad password
wrong password
incorrect password for netops
invalid password supplied
password mismatch
password accepted
password sent
password prompt detected
password prompt not seen within 10 s
waiting for password prompt
got password prompt, answering
enter password:
Enter password:
Password:
Password for netops:
netops@fra-sw-12's password:
[sudo] password for netops:
expecting 'Password:' or 'login:'
prompt pattern: '[Pp]assword: ?$'
pattern "assword:" matched after 0.4 s
password: ********
password: <hidden>
password=***
password=None
password=
password = null
"password": null
{"password": ""}
{"password": null, "user": "netops"}
{'password': None, 'secret': ''}
secret=None
secret: ""
password: [REDACTED:password]
password: \${DB_PASSWORD}
password: "{{ vault_password }}"
password: %(password)s
password: true
passwords do not match
passwords are stored in the vault
password reset requested by netops
password rotation scheduled for Sunday
password rotation finished: 412 devices
password hash algorithm is argon2id
password manager unavailable
password lookup failed for credential 42
password file not found
password_changed_at=2026-11-23T02:14:07Z
password_file=/run/secrets/db
password_policy=strict
password_length: 16
passwordless login enabled
last_password_change=2026-11-01
has_password=true
needs_password: false
secret rotated
secret rotated for tenant 12
secrets engine mounted at kv
secret not found
secret is missing
secret store answered in 12 ms
secret backend unavailable
client secret expired
shared secret mismatch with 10.20.30.40
TACACS+ shared secret mismatch
enable secret verified
secret_name=netraven-db
secret_version: 4
secret_id_ttl=3600
secretary@example.net notified
token bucket
token bucket refilled: 100 tokens
token bucket rate 500/s burst 1000
token expired
token refreshed
token is valid
token revoked for gateway fra
token rejected: expired
token_count=512
tokens=512 cost=3
max_tokens: 4096
token_type=bearer
Bearer token missing
bearer token required
Bearer authentication required
no bearer token sent
WWW-Authenticate: Bearer realm="netraven"
WWW-Authenticate: Basic realm="netraven"
basic authentication disabled
Basic connectivity check passed
basic checks finished
digest authentication is not supported
authorization failed for command show running-config
authorization: denied
Authorization header missing
authorization denied by TACACS+ server
unexpected token < in JSON at position 0
Unexpected token: }
SyntaxError: unexpected token
next_token: abc-page-2-of-9
page_token=2
key not found
key exchange finished: curve25519-sha256
kex: algorithm curve25519-sha256
host key verified
host key changed for fra-sw-12
Host key fingerprint is SHA256:9nT2bWcF4c0Xo1p0b6Z0l8Yk3mQ2rS5tU7vW9xY1zA0
server host key: ssh-ed25519 SHA256:9nT2bWcF4c0Xo1p0b6Z0l8Yk3mQ2rS5tU7vW9xY1zA0
public key accepted for netops
public_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEx8r0t
publickey authentication succeeded
keyboard-interactive authentication offered
primary key violates constraint device_pkey
duplicate key value violates unique constraint "device_pkey"
foreign_key=device_id
sort_key=name
key=hostname value=fra-sw-12
key: interface
cache key device:42:config
Idempotency-Key: batch-2026-11-23-0001
idempotency_key=batch-2026-11-23-0001
partition_key=2026-11
KeyError: 'hostname'
keys: 14 removed, 3 added
keyword argument repeated
monkey patching done
loaded key from /etc/ssl/private.key
private key file /etc/ssl/private.key is readable
private_key=/etc/netraven/id_ed25519
private_key_path: /etc/netraven/id_ed25519
private-key loaded
ssh key rejected
api key missing
API key revoked
no API key configured
api_key_id=17
api_keys: 3
access key rotation due
ssl_key=/etc/ssl/private/nr.pem
--password-stdin given
--token-file /run/secrets/token
--api-key-file=/run/secrets/api
cookie expired
cookies disabled
session opened for user netops
session closed for user netops
session_id=6f1d2c9e-0b7a-4c1d-9d2e-3f4a5b6c7d8e
session id 6f1d2c9e-0b7a-4c1d-9d2e-3f4a5b6c7d8e accepted
run_id=6f1d2c9e-0b7a-4c1d-9d2e-3f4a5b6c7d8e
community string mismatch
SNMP community mismatch on fra-sw-12
snmp community not configured
no snmp community matched
communities learned: 14
community_list=CUSTOMERS
the community edition is installed
SNMP timeout on fra-sw-12
snmpwalk of fra-sw-12 took 312 ms
snmpget timed out after 5 s
cipher aes256-ctr negotiated
cipher suite TLS_AES_256_GCM_SHA384
no matching cipher found: server offered aes128-cbc,3des-cbc
sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
config checksum 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
md5 5d41402abc4b2a76b9719d911017c592 of startup-config
md5=5d41402abc4b2a76b9719d911017c592
commit 3f786850e387550fdab836ed7e6dc881de23001b pushed
commit 3f78685 by netraven: fra-sw-12 changed
etag "5d41402abc4b2a76b9719d911017c592"
running-config hash=9f86d081884c7d65
MAC 00:1b:44:11:3a:b7 learned on Gi1/0/1
arp 10.20.30.40 001b.4411.3ab7
ipv6 2001:db8:0:1::12 reachable
uuid 6f1d2c9e-0b7a-4c1d-9d2e-3f4a5b6c7d8e
serial FDO2145A0BC uptime 412 days
https://nb.example.net/api/devices?limit=50&offset=100
https://fra-sw-12:8443/restconf/data
ssh://fra-sw-12:22
http://10.20.30.40:8080/path?x=a@b
mailto:noc@example.net
git@git.example.net:net/configs.git
postgres://db.example.net:5432/nr
scp netops@fra-sw-12:/flash/config.text
compliance rule password-encryption: pass
compliance rule "enable secret present" passed
compliance: no plaintext password found
check passed: 12 of 12
bypass mode active
passive interface default
pass 2 of 3
all tests passed
compass heading
passport service started
lambda key: value pairs printed
authenticated as netops via tacacs+
authentication failed: TACACS timeout
authentication to fra-sw-12 took 420 ms
auth method password accepted
auth failed for netops
auth sha is too weak
authenticate phase finished
privilege level 15 reached
enable mode entered
sending command: show running-config
sending command: enable
simple check done
plain text output 3120 bytes
psk mismatch
ike phase1 psk authentication failed
ipsec: pre-shared key mismatch with 10.20.30.40
pre-shared key authentication failed
mysql connected to db1
curl https://nb.example.net -o out.json
docker image pulled
login - netops
AKIA is the prefix of key ids
asia-south1 region unreachable
npm install finished
eyJ is not a token
price $9 and $1 each
cost $5$ per port
secret santa list mailed
keyspace events enabled
tokenizer loaded
passage 12 read
hotkey pressed
turnkey site added
secretless broker started
tls private key permissions 0600 ok
TLS handshake with token ring bridge
pwd: /var/lib/netraven
changed directory, pwd /tmp
passphrase required
passphrase for key '/etc/netraven/id_rsa':
Enter passphrase for key '/etc/netraven/id_rsa':
netmiko.exceptions.NetmikoAuthenticationException: Authentication to device failed.
Common causes of this problem are: 1. Invalid username and password 2. Incorrect SSH-key file
paramiko.ssh_exception.BadAuthenticationType: ('Bad authentication type; allowed types: [publickey, password]')
File "/app/auth/password.py", line 42, in check_password
    raise AuthError("password rejected by device")
  return self.password
def set_password(self, password: str) -> None:
if password == expected:
check_password(user, password)
WARNING secret "db" will be rotated in 3 days
token: none
token: missing
key: none
Password complexity: medium
secret: not found
Failed password for root from 10.20.30.40 port 51234 ssh2
Accepted password for netops from 10.20.30.40 port 51234 ssh2
pam_unix(sshd:auth): authentication failure; user=netops
User netops authenticated by password
Line has password set but login disabled
`
  .split('\n')
  .filter((line) => line !== '');
