import { describe, expect, it } from 'vitest';
import { createRandom } from './random';
import { SECRET_FORMS } from './secret-forms';
import { plantConfigSecret, plantGatewaySecret, plantSecrets } from './secrets';

describe('plantSecrets', () => {
  const planted = plantSecrets(1, 200);

  it('plants 200 different secrets over every form', () => {
    expect(new Set(planted.map(({ secret }) => secret)).size).toBe(200);
    expect(new Set(planted.map(({ form }) => form)).size).toBe(SECRET_FORMS.length);
  });

  it('puts each secret into its own line exactly once, and into no other', () => {
    const everything = planted.map(({ line }) => line).join('\n');
    for (const { secret, line } of planted) {
      expect(line.split(secret)).toHaveLength(2);
      expect(everything.split(secret)).toHaveLength(2);
    }
  });

  it('is long enough not to be found by accident', () => {
    expect(Math.min(...planted.map(({ secret }) => secret.length))).toBeGreaterThanOrEqual(12);
  });

  it('is the same for the same seed only', () => {
    expect(plantSecrets(1, 60)).toEqual(planted.slice(0, 60));
    expect(plantSecrets(2, 1)[0]?.secret).not.toBe(planted[0]?.secret);
  });
});

it('has a form for every type of device and for the Gateway itself', () => {
  const random = createRandom('types');
  for (const type of ['cisco_ios', 'cisco_xe', 'juniper_junos', 'arista_eos', 'fortinet', 'paloalto_panos']) {
    const { secret, line } = plantConfigSecret(random, type);
    expect(line).toContain(secret);
  }
  const { secret, line } = plantGatewaySecret(random);
  expect(line).toContain(secret);
});
