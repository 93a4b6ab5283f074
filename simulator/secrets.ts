import { createRandom, type Random } from './random';
import { SECRET_FORMS, type SecretForm } from './secret-forms';

export type PlantedSecret = {
  /** Occurs in `line` once and nowhere else in the demo: finding it anywhere after ingest is a leak. */
  secret: string;
  /** May hold several lines, as configurations and keys do. */
  line: string;
  form: string;
};

function plant(form: SecretForm, random: Random): PlantedSecret {
  const secret = form.make(random);
  return { secret, line: form.line(secret), form: form.name };
}

/** `count` different secrets, every form in turn, so that 46 or more cover them all. */
export function plantSecrets(seed: number | string, count: number): PlantedSecret[] {
  const random = createRandom('secrets', seed);
  return Array.from({ length: count }, (_, index) => {
    const form = SECRET_FORMS[index % SECRET_FORMS.length];
    if (!form) throw new RangeError('There are no secret forms');
    return plant(form, random);
  });
}

/** One secret as it stands in that kind of device's configuration. */
export function plantConfigSecret(random: Random, deviceType: string): PlantedSecret {
  const system = deviceType === 'cisco_xe' ? 'cisco_ios' : deviceType;
  return plant(random.pick(SECRET_FORMS.filter((form) => form.system === system)), random);
}

/** One secret as the Gateway itself lets it slip: connection strings, requests, tracebacks. */
export function plantGatewaySecret(random: Random): PlantedSecret {
  return plant(random.pick(SECRET_FORMS.filter((form) => form.system === 'any')), random);
}
