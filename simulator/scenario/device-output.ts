import type { Random } from '../random';
import type { Device, DeviceType } from './fleet';

type Dialect = { showConfig: string; pager: string; showVersion: string; banner: string; model: string };

/** Versions are plausible, not real inventories. */
const DIALECTS: Record<DeviceType, Dialect> = {
  cisco_ios: {
    showConfig: 'show running-config',
    pager: 'terminal length 0',
    showVersion: 'show version',
    banner: 'SSH-2.0-Cisco-1.25',
    model: 'WS-C3850-24T, IOS 16.12.11',
  },
  cisco_xe: {
    showConfig: 'show running-config',
    pager: 'terminal length 0',
    showVersion: 'show version',
    banner: 'SSH-2.0-Cisco-1.25',
    model: 'ISR4451-X, IOS-XE 17.9.4a',
  },
  arista_eos: {
    showConfig: 'show running-config',
    pager: 'terminal length 0',
    showVersion: 'show version',
    banner: 'SSH-2.0-OpenSSH_8.7',
    model: 'DCS-7050SX3-48YC8, EOS 4.30.5M',
  },
  juniper_junos: {
    showConfig: 'show configuration | display set',
    pager: 'set cli screen-length 0',
    showVersion: 'show version brief',
    banner: 'SSH-2.0-OpenSSH_7.5',
    model: 'MX204, Junos 22.4R3-S2',
  },
  fortinet: {
    showConfig: 'show full-configuration',
    pager: 'config system console',
    showVersion: 'get system status',
    banner: 'SSH-2.0-FortiSSH',
    model: 'FortiGate-200F, v7.2.8',
  },
  paloalto_panos: {
    showConfig: 'show config running',
    pager: 'set cli pager off',
    showVersion: 'show system info',
    banner: 'SSH-2.0-OpenSSH_8.0',
    model: 'PA-3220, PAN-OS 10.2.9',
  },
};

export const dialectOf = (device: Device): Dialect => DIALECTS[device.type];

/** A prompt as terminals send it: bold host name, colours reset. */
export const coloredPrompt = (device: Device): string => `\u001b[1m${device.name}\u001b[0m#`;

/** What a device prints when it says no: red, with the percent sign of IOS. */
export const coloredRefusal = (text: string): string => `\u001b[31m% ${text}\u001b[0m`;

/** Harmless lines of a configuration; the BGP community must survive redaction, unlike an SNMP one. */
export function configExcerpt(device: Device, random: Random): string {
  const port = random.int(1, 24);
  return random.pick([
    `interface GigabitEthernet1/0/${port}\n description uplink ${device.site}\n switchport mode trunk`,
    `route-map ${device.site.toUpperCase()}-OUT permit 10\n set community 65010:${random.int(100, 199)}`,
    `ntp server 10.9.0.${random.int(1, 9)} prefer\nclock timezone UTC 0 0`,
    `vlan ${random.int(100, 399)}\n name users-${device.site}-${port}`,
  ]);
}

export function configDiff(random: Random): { added: number; removed: number; text: string } {
  const port = random.int(1, 24);
  const vlan = random.int(100, 399);
  return random.pick([
    {
      added: 2,
      removed: 1,
      text: `@@ interface GigabitEthernet1/0/${port} @@\n- switchport access vlan ${vlan}\n+ switchport access vlan ${vlan + 1}\n+ spanning-tree portfast`,
    },
    {
      added: 1,
      removed: 0,
      text: `@@ ip access-list MGMT @@\n+ permit tcp 10.9.${random.int(0, 31)}.0 0.0.0.255 any eq 22`,
    },
    {
      added: 1,
      removed: 2,
      text: `@@ logging @@\n- logging host 10.9.0.21\n- logging host 10.9.0.22\n+ logging host 10.9.0.${random.int(30, 60)}`,
    },
  ]);
}
