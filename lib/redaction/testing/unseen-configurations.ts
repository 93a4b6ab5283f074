import type { Configuration } from './configurations';
import { fillTemplate } from './expand-template';

/** Whole configurations, written without sight of the rules: a name, then the lines. */
const SOURCES: readonly [string, string][] = [
  [
    'access switch of 2026',
    `version 17.12
service password-encryption
hostname muc-acc-07
enable secret 9 {{scrypt9}}
username netops privilege 15 secret 9 {{scrypt9}}
username fallback password 7 {{type7}}
aaa group server tacacs+ TAC
 server-private 10.7.0.5 key 7 {{type7}}
key chain EIGRP-KEYS
 key 1
  key-string 7 {{type7}}
interface Vlan10
 ip address 10.7.10.1 255.255.255.0
 standby 10 authentication md5 key-string 7 {{type7}}
 ip ospf message-digest-key 1 md5 7 {{type7}}
router bgp 65007
 neighbor 10.7.0.1 password 7 {{type7}}
 neighbor 10.7.0.1 send-community both
ip community-list standard CUST permit 65007:10
snmp-server community {{word}} RO 10
snmp-server host 10.7.0.9 version 2c {{word}}
radius server ISE
 address ipv4 10.7.0.6 auth-port 1812 acct-port 1813
 key 7 {{type7}}
ntp authentication-key 1 md5 {{type7}} 7
line con 0
 password 7 {{type7}}
line vty 0 15
 transport input ssh
end`,
  ],
  [
    'firewall pair',
    `ASA Version 9.18(4)
hostname muc-fw-01
enable password {{asa}} encrypted
passwd {{asa}} encrypted
failover key {{word}}
aaa-server TAC protocol tacacs+
aaa-server TAC (mgmt) host 10.7.0.5
 key {{word}}
snmp-server host mgmt 10.7.0.9 community {{word}} version 2c
crypto ikev1 policy 10
 authentication pre-share
tunnel-group 203.0.113.9 type ipsec-l2l
tunnel-group 203.0.113.9 ipsec-attributes
 ikev1 pre-shared-key {{word}}
 ikev2 remote-authentication pre-shared-key {{word}}
username netops password {{base64}} pbkdf2 privilege 15
Cryptochecksum:d41d8cd98f00b204e9800998ecf8427e
: end`,
  ],
  [
    'core router, braces',
    `system {
    host-name muc-core-01;
    root-authentication {
        encrypted-password "{{sha512}}"; ## SECRET-DATA
    }
    radius-server {
        10.7.0.6 secret "{{junos9}}"; ## SECRET-DATA
    }
    login {
        password {
            minimum-length 12;
        }
    }
}
snmp {
    community {{word}} {
        authorization read-only;
    }
    v3 {
        usm {
            local-engine {
                user netmon {
                    authentication-sha {
                        authentication-key "{{junos9}}"; ## SECRET-DATA
                    }
                    privacy-aes128 {
                        privacy-key "{{junos9}}"; ## SECRET-DATA
                    }
                }
            }
        }
    }
}
protocols {
    bgp {
        group IBGP {
            authentication-key "{{junos9}}"; ## SECRET-DATA
        }
    }
}
policy-options {
    community CUST members 65007:10;
}
security {
    ike {
        policy P1 {
            pre-shared-key ascii-text "{{junos9}}"; ## SECRET-DATA
        }
    }
}`,
  ],
  [
    'branch firewall, blocks',
    `config system global
    set hostname "muc-br-01"
end
config system admin
    edit "admin"
        set accprofile "super_admin"
        set password ENC {{base64}}
    next
end
config system snmp community
    edit 1
        set name "{{word}}"
        config hosts
            edit 1
                set ip 10.7.0.9 255.255.255.255
            next
        end
    next
end
config user radius
    edit "ISE"
        set server "10.7.0.6"
        set secret ENC {{base64}}
    next
end
config vpn ipsec phase1-interface
    edit "to-hq"
        set keylife 86400
        set psksecret ENC {{base64}}
    next
end
config vpn certificate local
    edit "gw"
        set password ENC {{base64}}
        set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----
{{key}}
-----END ENCRYPTED PRIVATE KEY-----"
    next
end`,
  ],
  [
    'small office router, export',
    `# 2026-11-23 02:14:07 by RouterOS 7.16
/interface wireguard
add listen-port=13231 mtu=1420 name=wg1 private-key="{{wireguard}}"
/interface wifi security
add authentication-types=wpa2-psk,wpa3-psk disabled=no name=office passphrase={{word}}
/ip ipsec identity
add peer=hq secret={{word}}
/ppp secret
add name=line7 password={{word}} profile=default-encryption service=l2tp
/snmp community
set [ find default=yes ] addresses=10.7.0.0/16 name={{word}}
/radius
add address=10.7.0.6 secret={{word}} service=login
/user group
add name=ro policy=read,password,sniff,sensitive`,
  ],
  [
    'campus switch, returns',
    `#
sysname muc-hw-01
#
aaa
 local-user netops password irreversible-cipher {{huawei}}
 local-user netops privilege level 15
 local-user netops service-type ssh
#
radius-server template ISE
 radius-server shared-key cipher {{huawei}}
 radius-server authentication 10.7.0.6 1812
#
snmp-agent
snmp-agent community read cipher {{huawei}}
snmp-agent sys-info version v2c v3
#
ospf 1
 area 0.0.0.0
  authentication-mode md5 1 cipher {{huawei}}
#
bgp 65007
 peer 10.7.0.1 password cipher {{huawei}}
 peer 10.7.0.1 advertise-community
#
return`,
  ],
  [
    'open router, set commands',
    `set interfaces ethernet eth0 address '10.7.0.2/24'
set interfaces wireguard wg0 private-key '{{wireguard}}'
set interfaces wireguard wg0 peer hq public-key 'Zk9vYmFyYmF6cXV4Zk9vYmFyYmF6cXV4Zk9vYmFyYmE='
set interfaces wireguard wg0 peer hq preshared-key '{{wireguard}}'
set protocols bgp neighbor 10.7.0.1 password '{{word}}'
set service snmp community {{word}} authorization 'ro'
set system login user vyos authentication encrypted-password '{{sha512}}'
set system login radius server 10.7.0.6 key '{{word}}'
set vpn ipsec authentication psk hq secret '{{word}}'
set vpn ipsec site-to-site peer hq authentication mode 'pre-shared-secret'`,
  ],
  [
    'data centre switch',
    `hostname muc-dc-01
feature bgp
username admin password 5 {{sha256}} role network-admin
username netops passphrase lifetime 99999 warntime 7 gracetime 3
snmp-server user admin network-admin auth sha {{hex}} priv aes-128 {{hex}} localizedkey
snmp-server community {{word}} group network-operator
tacacs-server host 10.7.0.5 key 7 "{{word}}"
key chain OSPF-KEYS
  key 1
    key-string 7 {{type7}}
interface Vlan20
  hsrp 20
    authentication md5 key-string {{word}}
router bgp 65007
  neighbor 10.7.0.1
    password 3 {{hex32}}
    send-community both`,
  ],
  [
    'edge firewall, XML',
    `<config version="11.1.0">
  <mgt-config><users><entry name="admin"><phash>{{sha256}}</phash></entry></users></mgt-config>
  <shared>
    <server-profile><radius><entry name="ISE"><server><entry name="s1">
      <secret>{{panos}}</secret>
      <ip-address>10.7.0.6</ip-address>
    </entry></server></entry></radius></server-profile>
  </shared>
  <snmp-setting><access-setting><version><v2c>
    <snmp-community-string>{{word}}</snmp-community-string>
  </v2c></version></access-setting></snmp-setting>
  <ike><gateway><entry name="hq"><authentication><pre-shared-key>
    <key>{{panos}}</key>
  </pre-shared-key></authentication></entry></gateway></ike>
  <password-complexity><enabled>yes</enabled></password-complexity>
</config>`,
  ],
  [
    'tunnel client',
    `client
dev tun
remote vpn.example.net 1194
auth-user-pass
<ca>
-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUZm9v
-----END CERTIFICATE-----
</ca>
<key>
-----BEGIN PRIVATE KEY-----
{{key}}
-----END PRIVATE KEY-----
</key>
<tls-auth>
-----BEGIN OpenVPN Static key V1-----
{{hex32}}
{{hex32}}
-----END OpenVPN Static key V1-----
</tls-auth>
verb 3`,
  ],
];

/** Each with other secrets for another seed. `harmless` are the lines that must stay. */
export function buildUnseenConfigurations(seed = 1): Configuration[] {
  return SOURCES.map(([name, source]) => {
    const { text, secrets } = fillTemplate(source, seed);
    const harmless = source.split('\n').filter((line) => !line.includes('{{') && !line.includes('KEY-----"'));
    return { name, text, secrets, harmless };
  });
}
