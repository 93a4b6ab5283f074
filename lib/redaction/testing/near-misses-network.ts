/** Lines about devices that speak of passwords, keys and communities but hold none: they must stay as they are. */
export const NETWORK_NEAR_MISSES: readonly string[] = `
service password-encryption
no service password-encryption
security passwords min-length 12
password-policy minimum-length 8
password policy
aaa password restriction
username netops nopassword
no password required
aaa new-model
aaa authentication login default group tacacs+ local
aaa authentication enable default group tacacs+ enable
aaa authorization exec default group tacacs+ if-authenticated
aaa authorization commands 15 default group tacacs+ none
aaa accounting exec default start-stop group tacacs+
aaa group server tacacs+ ISE
aaa group server radius RAD
tacacs-server host 10.20.30.40
tacacs-server timeout 5
radius-server host 10.20.30.40 auth-port 1812 acct-port 1813
radius-server deadtime 10
radius-server dead-criteria time 5 tries 3
ip tacacs source-interface Loopback0
ip radius source-interface Loopback0
tacacs server ISE-1
 address ipv4 10.20.30.40
 single-connection
ip bgp-community new-format
ip community-list standard CUSTOMERS permit 65000:100
ip community-list expanded BLACKHOLE permit 65000:666
ip community-list 10 permit 65000:100 65000:200
ip extcommunity-list standard RT permit rt 65000:1
ip large-community-list standard L permit 65000:1:2
 neighbor 10.0.0.1 send-community both
 neighbor 10.0.0.1 send-community extended
 neighbor 10.0.0.1 send-community
 set community 65000:100 additive
 set community 65000:100 65000:200
 set community no-export
 set extcommunity rt 65000:100
 set comm-list CUSTOMERS delete
 match community CUSTOMERS
 match community 10 exact-match
 match large-community L
community 65000:100
community: 65000:100 65000:200
BGP route 10.0.0.0/8 community 65000:100 localpref 200
set policy-options community CUSTOMERS members 65000:100
set policy-options policy-statement EXPORT term 1 then community add CUSTOMERS
community-set CUSTOMERS
bgp community 65000:100 learned from 10.0.0.1
standard communities: 65000:100 65000:200
snmp-server location Frankfurt, rack 12
snmp-server contact noc@example.net
snmp-server enable traps
snmp-server enable traps snmp authentication linkdown linkup
snmp-server ifindex persist
snmp-server view ALL iso included
snmp-server group ADMINS v3 priv
snmp-server group ADMINS v3 auth read ALL
snmp-server trap-source Loopback0
snmp-server host 10.20.30.40 version 3 auth monitor
snmp-server engineID local 80000009030000AABBCCDDEE
snmp-server packetsize 1400
snmp-agent sys-info version v3
snmp-agent trap enable
set snmp location "Frankfurt, rack 12"
set snmp contact noc@example.net
key chain OSPF-KEYS
key chain BGP-KEYS tcp
 key 1
 key 2
  accept-lifetime 00:00:00 Jan 1 2026 infinite
  send-lifetime 00:00:00 Jan 1 2026 infinite
  cryptographic-algorithm hmac-sha-256
crypto key generate rsa
crypto key generate rsa modulus 2048
crypto key generate rsa general-keys modulus 4096
crypto key generate ec keysize 384
crypto key zeroize rsa
crypto key pubkey-chain rsa
ip ssh rsa keypair-name SSHKEYS
ip ssh version 2
ip ssh dh min size 2048
ip ssh server algorithm encryption aes256-ctr aes128-ctr
ip ssh pubkey-chain
ssh cipher encryption custom "aes256-ctr:aes128-ctr"
ssh key-exchange group dh-group14-sha1
ssh server cipher aes256_ctr aes128_ctr
crypto isakmp policy 10
 authentication pre-share
 authentication rsa-sig
 encryption aes 256
 hash sha256
 group 14
crypto isakmp keepalive 10 3
crypto isakmp identity address
crypto ipsec transform-set TS esp-aes 256 esp-sha256-hmac
crypto ikev2 keyring KR
crypto ikev2 proposal P1
crypto pki trustpoint TP-self-signed-123456
 rsakeypair TP-self-signed-123456
 ip ospf authentication message-digest
 ip ospf authentication key-chain OSPF-KEYS
 ip ospf authentication null
 area 0 authentication message-digest
 isis authentication mode md5
 isis authentication key-chain ISIS-KEYS
 authentication mode md5
 authentication key-chain OSPF-KEYS
 standby 1 authentication md5 key-chain HSRP
 standby 1 priority 110
 standby 1 preempt
 vrrp 1 priority 120
 ip authentication mode eigrp 100 md5
 ip authentication key-chain eigrp 100 EIGRP-KEYS
ntp authenticate
ntp trusted-key 1
ntp server 10.20.30.40 key 1
ntp server 10.20.30.40 prefer
 ppp authentication chap pap
 ppp chap hostname branch1
 login authentication default
 login local
 transport input ssh
line vty 0 15
 exec-timeout 10 0
 authentication port-control auto
 authentication order dot1x mab
 dot1x pae authenticator
 mab
 cts manual
 macsec
 mka policy P1
 security wpa wpa2 ciphers aes
 security wpa akm psk
enable
enable secret
username netops privilege 15
username netops autocommand show version
ip http authentication local
ip http secure-server
ip domain lookup
tunnel-group 10.20.30.40 type ipsec-l2l
tunnel-group 10.20.30.40 ipsec-attributes
group-policy GP internal
 vpn-tunnel-protocol ikev2 ssl-client
password encryption aes
password strength-check
no password strength-check
set system login password format sha512
set system login password minimum-length 12
set system login user netops class super-user
set system services ssh root-login deny
set security ike policy P1 mode main
set security ike proposal P1 authentication-method pre-shared-keys
set security ike proposal P1 authentication-algorithm sha-256
set security ipsec policy P1 perfect-forward-secrecy keys group14
set protocols ospf area 0 interface ge-0/0/0 authentication md5 5
set protocols bgp group PEERS authentication-algorithm md5
set protocols bgp group PEERS authentication-key-chain KC
set password-policy enable
set admin-login-max 5
set authmethod psk
set proposal aes256-sha256
set keylife 86400
set keylifeseconds 3600
set key-exchange ikev2
set auth-timeout 5
set auth-keepalive enable
set private-key-retain enable
set ssl-ssh-profile certificate-inspection
set snmp-index 5
config system password-policy
config user tacacs+
config vpn ipsec phase1-interface
config system snmp community
/ip ipsec proposal set default auth-algorithms=sha256 enc-algorithms=aes-256-cbc
/ip service set ssh port=22
/ip ssh set strong-crypto=yes
/ppp secret print
/snmp set enabled=yes contact=noc location=fra
undo snmp-agent
undo password
 authentication-mode aaa
 authentication-scheme default
 ssh user netops authentication-type password
 stelnet server enable
rsa local-key-pair create
public-key local create rsa
display password-control
 password-control length 12
 password-control enable
hwtacacs-server template ISE
radius-server template RAD
include-credentials
encrypt-credentials
password configuration
password minimum-length 8
crypto key generate ssh rsa
ip ssh filetransfer
aaa authentication ssh login tacacs
set service ssh port 22
set service snmp contact noc@example.net
set system login user vyos authentication public-keys laptop type ssh-rsa
<password-complexity>
<authentication-profile>TACACS</authentication-profile>
<pre-shared-key>
<public-key>c3NoLXJzYSBBQUFB</public-key>
<key-lifetime>28800</key-lifetime>
ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDFpX8vR2kq netops@laptop
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEx8r0t netops@laptop
 key-hash ssh-rsa 9F86D081884C7D659A2FEAA0C55AD015 netops
Fingerprint SHA256:9nT2bWcF4c0Xo1p0b6Z0l8Yk3mQ2rS5tU7vW9xY1zA0
-----BEGIN CERTIFICATE-----
-----BEGIN PUBLIC KEY-----
-----END CERTIFICATE-----
`
  .split('\n')
  .filter((line) => line !== '');
