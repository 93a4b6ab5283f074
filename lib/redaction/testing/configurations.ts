import { fillTemplate } from './expand-template';

/** A whole configuration: its text, the secrets in it, and lines that must be there unchanged afterwards. */
export type Configuration = { name: string; text: string; secrets: string[]; harmless: string[] };

type Blueprint = { name: string; opening: string; block: (index: number) => string; closing: string };

const ios: Blueprint = {
  name: 'ios',
  opening: `version 15.2
service password-encryption
hostname fra-sw-12
enable secret 9 {{scrypt9}}
username netops privilege 15 secret 5 {{md5crypt}}
username backup password 7 {{type7}}
aaa new-model
key chain OSPF-KEYS
 key 1
  key-string 7 {{type7}}
crypto isakmp key {{symbols}} address 10.9.9.9`,
  block: (index) => `interface GigabitEthernet1/0/${index}
 description access port ${index}, key account
 ip ospf message-digest-key 1 md5 7 {{type7}}
 standby ${index} authentication md5 key-string {{word}}`,
  closing: `router bgp 65000
 neighbor 10.0.0.1 password 7 {{type7}}
 neighbor 10.0.0.1 send-community both
ip community-list standard CUSTOMERS permit 65000:100
snmp-server community {{word}} RO 99
snmp-server location Frankfurt, rack 12
tacacs server ISE
 address ipv4 10.20.30.40
 key 7 {{type7}}
ntp authentication-key 1 md5 {{type7}} 7
line vty 0 15
 password {{lower}}
end`,
};

const xr: Blueprint = {
  name: 'ios-xr',
  opening: `hostname fra-pe-1
username netops
 group root-lr
 secret 10 {{sha512}}
tacacs-server host 10.20.30.40 port 49
 key 7 {{type7}}`,
  block: (index) => `router bgp 65000
 neighbor 10.0.${index}.1
  password encrypted {{type7}}
  address-family ipv4 unicast
   send-community-ebgp`,
  closing: `router isis CORE
 lsp-password hmac-md5 encrypted {{type7}}
community-set CUSTOMERS
  65000:100
end-set
snmp-server community encrypted {{type7}} RO
end`,
};

const nxos: Blueprint = {
  name: 'nx-os',
  opening: `hostname fra-spine-1
feature tacacs+
username admin password 5 {{sha256}}  role network-admin
no password strength-check
tacacs-server key 7 "{{type7}}"`,
  block: (index) => `interface Ethernet1/${index}
  no switchport
  ip ospf authentication message-digest
  ip ospf message-digest-key ${index} md5 3 {{hex40}}`,
  closing: `snmp-server user admin network-admin auth md5 {{hex}} priv {{hex}} localizedkey
snmp-server community {{word}} group network-operator
ntp server 10.20.30.40 use-vrf management`,
};

const asa: Blueprint = {
  name: 'asa',
  opening: `hostname fra-fw-1
enable password {{asa}} encrypted
passwd {{asa}} encrypted
names`,
  block: (index) => `tunnel-group 10.7.${index}.1 type ipsec-l2l
tunnel-group 10.7.${index}.1 ipsec-attributes
 ikev1 pre-shared-key {{word}}
 ikev2 remote-authentication pre-shared-key {{symbols}}`,
  closing: `aaa-server TAC protocol tacacs+
aaa-server TAC (inside) host 10.20.30.40
 key {{lower}}
username netops password {{asa}} encrypted privilege 15
snmp-server host inside 10.20.30.40 community {{word}} version 2c
crypto ikev1 policy 10
 authentication pre-share
failover key {{word}}`,
};

const junos: Blueprint = {
  name: 'junos',
  opening: `system {
    host-name ber-rt-01;
    root-authentication {
        encrypted-password "{{sha512}}"; ## SECRET-DATA
    }
    tacplus-server {
        10.20.30.40 secret "{{junos9}}"; ## SECRET-DATA
    }
}`,
  block: (index) => `protocols {
    bgp {
        group PEER-${index} {
            authentication-key "{{junos9}}"; ## SECRET-DATA
            neighbor 10.0.${index}.1;
        }
    }
}`,
  closing: `snmp {
    location "Berlin, rack 3";
    community {{word}} {
        authorization read-only;
    }
}
security {
    ike {
        policy P1 {
            pre-shared-key ascii-text "{{junos9}}"; ## SECRET-DATA
        }
    }
}
policy-options {
    community CUSTOMERS members 65000:100;
}`,
};

const fortios: Blueprint = {
  name: 'fortios',
  opening: `config system admin
    edit "admin"
        set accprofile "super_admin"
        set password ENC {{base64}}
    next
end
config system snmp community
    edit 1
        set name "{{word}}"
    next
end`,
  block: (index) => `config vpn ipsec phase1-interface
    edit "site-${index}"
        set keylife 86400
        set authmethod psk
        set psksecret ENC {{base64}}
    next
end`,
  closing: `config user tacacs+
    edit "ISE"
        set server "10.20.30.40"
        set key ENC {{base64}}
    next
end
config system password-policy
    set status enable
end
config vpn certificate local
    edit "wan"
        set private-key "-----BEGIN ENCRYPTED PRIVATE KEY-----
{{key}}
-----END ENCRYPTED PRIVATE KEY-----"
    next
end`,
};

/** Repeats the blueprint's block; several hundred lines, as large as a small site's device. */
function build({ name, opening, block, closing }: Blueprint, seed: number): Configuration {
  const template = [opening, ...Array.from({ length: 12 + seed }, (_, index) => block(index)), closing].join('\n');
  const harmless = template.split('\n').filter((line) => !line.includes('{{') && !line.includes('KEY-----'));
  const { text, secrets } = fillTemplate(template, seed);
  return { name: `${name} ${seed}`, text, secrets: secrets.flatMap((secret) => secret.split('\n')), harmless };
}

const SEEDS = [1, 2, 3, 4];

/** 24 configurations of six systems; every secret is made from a seed. */
export const buildConfigurations = (): Configuration[] =>
  [ios, xr, nxos, asa, junos, fortios].flatMap((blueprint) => SEEDS.map((seed) => build(blueprint, seed)));
