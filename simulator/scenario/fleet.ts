import { SITES, type Site } from './site';

export type DeviceKind = 'rt' | 'fw' | 'sw';
export type DeviceType = 'cisco_ios' | 'cisco_xe' | 'arista_eos' | 'juniper_junos' | 'fortinet' | 'paloalto_panos';

export type Device = {
  name: string;
  site: string;
  tier: Site['tier'];
  kind: DeviceKind;
  type: DeviceType;
  address: string;
};

const TYPES: Record<DeviceKind, readonly DeviceType[]> = {
  rt: ['cisco_xe', 'juniper_junos'],
  fw: ['fortinet', 'paloalto_panos'],
  sw: ['cisco_ios', 'cisco_ios', 'arista_eos'],
};

/** Exactly `count` devices, shared out to the sites by weight; names, addresses and types are the same every time. */
export function buildFleet(count: number): Device[] {
  const totalWeight = SITES.reduce((sum, site) => sum + site.weight, 0);
  let weightBefore = 0;
  return SITES.flatMap((site, siteIndex) => {
    const first = Math.floor((weightBefore * count) / totalWeight);
    weightBefore += site.weight;
    const size = Math.floor((weightBefore * count) / totalWeight) - first;
    return buildSite(site, siteIndex, size);
  });
}

function buildSite(site: Site, siteIndex: number, size: number): Device[] {
  const routers = Math.ceil(size * 0.2);
  const firewalls = Math.floor(size * 0.16);
  const counts: Record<DeviceKind, number> = { rt: routers, fw: firewalls, sw: size - routers - firewalls };
  const kinds: readonly DeviceKind[] = ['rt', 'fw', 'sw'];
  return kinds.flatMap((kind, kindIndex) =>
    Array.from({ length: counts[kind] }, (_, index) => ({
      name: `${site.name}-${kind}-${String(index + 1).padStart(2, '0')}`,
      site: site.name,
      tier: site.tier,
      kind,
      type: TYPES[kind][index % TYPES[kind].length] ?? 'cisco_ios',
      address: `10.${20 + siteIndex}.${kindIndex * 16 + Math.floor(index / 240)}.${11 + (index % 240)}`,
    })),
  );
}
