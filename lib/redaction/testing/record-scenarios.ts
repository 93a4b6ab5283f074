import { fillTemplate } from './expand-template';
import {
  ORDINARY_NAMES,
  ORDINARY_RECORDS,
  RECORD_FORMS,
  UNFINISHED,
  WRAPPED_COMMANDS,
  type RecordForm,
} from './record-forms';
import { seededRandom } from './secret-makers';

export type ScenarioRecord = { message: string; component: string; device: string };

/** Records in the batches in which they are sent, what must not be found of them, and which records must stay as they are. */
export type Scenario = {
  name: string;
  kind: string;
  batches: ScenarioRecord[][];
  /** Whether the server is another one (or the same one, begun anew) for each batch. */
  isRestarted: boolean;
  secrets: string[];
  ordinary: ScenarioRecord[];
};

type Weave = {
  name: string;
  /** Who writes record number `n`. */
  source?: (n: number) => Partial<ScenarioRecord>;
  /** Records of others between each two. */
  between?: (n: number) => ScenarioRecord[];
  isSplit?: boolean;
  isRestarted?: boolean;
};

const DEVICE = 'fra-sw-12';
const COMPONENT = 'netmiko_driver';
const OTHERS: readonly ScenarioRecord[] = [
  { message: 'Connected to ber-rt-9 (10.4.9.12) port 22 in 212 ms', component: COMPONENT, device: 'ber-rt-9' },
  { message: 'queue: worker 3 took device 4711, 12 waiting', component: 'scheduler', device: '' },
  { message: 'done', component: COMPONENT, device: 'ber-rt-9' },
  {
    message: 'sha256 9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015',
    component: 'git_writer',
    device: '',
  },
];
const other = (n: number): ScenarioRecord => ({
  ...(OTHERS[n % OTHERS.length] ?? { message: '', component: '', device: '' }),
});
const inTurns = (...turns: Partial<ScenarioRecord>[]) => ({ source: (n: number) => turns[n % turns.length] ?? {} });

const WEAVES: readonly Weave[] = [
  { name: 'one batch' },
  { name: 'a batch each', isSplit: true },
  { name: 'a batch each, others between', isSplit: true, between: (n) => [other(n), other(n + 1)] },
  { name: 'another server each', isSplit: true, isRestarted: true },
  { name: 'another server each, others between', isSplit: true, isRestarted: true, between: (n) => [other(n)] },
  { name: 'two components', ...inTurns({}, { component: 'worker.executor' }) },
  { name: 'device not named', ...inTurns({}, { device: '' }) },
  { name: 'another server, device not named', isSplit: true, isRestarted: true, ...inTurns({}, { device: '' }) },
  { name: 'long and short name', isSplit: true, ...inTurns({}, { device: `${DEVICE}.example.net` }) },
  { name: 'name and address', isSplit: true, ...inTurns({}, { device: '10.4.2.12' }) },
  {
    name: 'name with user, port or address',
    isSplit: true,
    ...inTurns(
      {},
      { device: `netops@${DEVICE.toUpperCase()}` },
      { device: `${DEVICE}:22` },
      { device: `${DEVICE} (10.4.2.12)` },
    ),
  },
  { name: 'no names at all', source: () => ({ component: '', device: '' }) },
];

type Lines = { name: string; kind: string; lines: string[]; secrets: string[]; ordinaryFrom: number };

function weave({ name, kind, lines, secrets, ordinaryFrom }: Lines, form: Weave): Scenario {
  const ordinary: ScenarioRecord[] = [];
  const groups = lines.map((message, n) => {
    const record = { message, component: COMPONENT, device: DEVICE, ...form.source?.(n) };
    const between = n === lines.length - 1 ? [] : (form.between?.(n) ?? []);
    ordinary.push(...between, ...(n >= ordinaryFrom ? [record] : []));
    return [record, ...between];
  });
  const batches = form.isSplit ? groups : [groups.flat()];
  return { name: `${form.name}: ${name}`, kind, batches, isRestarted: form.isRestarted ?? false, secrets, ordinary };
}

function linesOf({ kind, template }: RecordForm, seed: number): Lines {
  const { text, secrets } = fillTemplate(template, seed);
  const lines = text.split('\n');
  const parts = secrets.flatMap((secret) => secret.split('\n'));
  return {
    name: template.split('\n').slice(0, 2).join(' / '),
    kind,
    lines,
    secrets: parts,
    ordinaryFrom: lines.length,
  };
}

/** One border only, at each line where there can be one: a restart in the middle. */
function atEachBorder(lines: Lines): Scenario[] {
  return lines.lines.slice(1).map((_, at) => {
    const whole = weave(lines, { name: `another server from record ${at + 1} on` });
    const all = whole.batches.flat();
    return { ...whole, isRestarted: true, batches: [all.slice(0, at + 1), all.slice(at + 1)] };
  });
}

/** The whole text in one record, and in two that part it at the end of a line. */
function inWholeTexts(lines: Lines): Scenario[] {
  const at = lines.lines.length >> 1;
  return [[lines.lines], [lines.lines.slice(0, at), lines.lines.slice(at)]].map((parts) => ({
    ...weave(
      { ...lines, lines: parts.map((part) => part.join('\n')) },
      { name: `${parts.length} records`, isSplit: true },
    ),
    isRestarted: true,
  }));
}

const WIDTH = 80;

/** Breaks a command at the terminal's width, at each position within the secret; what goes before is made that long. */
function wrapped(template: string, seed: number): Lines[] {
  const { text, secrets } = fillTemplate(template, seed);
  const random = seededRandom(seed);
  return secrets.flatMap((secret) => {
    const start = text.indexOf(secret);
    const cuts = [start, start + 1 + Math.floor(random() * (secret.length - 1)), start + secret.length - 6];
    return cuts
      .filter((cut) => cut <= WIDTH && cut > 0)
      .flatMap((cut) => {
        const padded = `${' '.repeat(WIDTH - cut)}${text}`;
        return ['', '    '].map((indent) => ({
          name: `${template} at ${cut}${indent && ', indented'}`,
          kind: 'wrap',
          lines: [padded.slice(0, WIDTH), indent + padded.slice(WIDTH)],
          secrets,
          ordinaryFrom: 2,
        }));
      });
  });
}

/** Some thousand scenarios whose secrets must not be found in what is stored. */
export function buildScenarios(seed = 1): Scenario[] {
  const forms = [
    ...RECORD_FORMS.map((form) => linesOf(form, seed)),
    ...WRAPPED_COMMANDS.flatMap((template) => wrapped(template, seed)),
  ];
  return forms.flatMap((lines) => [
    ...WEAVES.map((form) => weave(lines, form)),
    ...atEachBorder(lines),
    ...(lines.kind === 'wrap' ? [] : inWholeTexts(lines)),
  ]);
}

const ordinaryAfter = ({ kind }: RecordForm): readonly string[] =>
  kind === 'key' || kind === 'table' ? [...ORDINARY_RECORDS, ...ORDINARY_NAMES] : ORDINARY_RECORDS;

/** Ordinary records behind something that opened and did not go on. */
export function buildOrdinaryScenarios(seed = 1): Scenario[] {
  return UNFINISHED.flatMap((form) =>
    ordinaryAfter(form).flatMap((first, n) =>
      WEAVES.map((how) => {
        const lines = linesOf(form, seed);
        const after = [first, ORDINARY_RECORDS[(n + 7) % ORDINARY_RECORDS.length] ?? '', 'nothing to store'];
        return weave({ ...lines, name: `${lines.name} / ${first}`, lines: [...lines.lines, ...after] }, how);
      }),
    ),
  );
}

const PART = 6;

/** Whether six characters in a row of a secret are in one of the texts. */
export function holdsPart(texts: readonly string[], secrets: readonly string[]): boolean {
  const all = texts.join('\n');
  return secrets.some((secret) =>
    Array.from({ length: Math.max(1, secret.length - PART + 1) }, (_, at) => secret.slice(at, at + PART)).some((part) =>
      all.includes(part),
    ),
  );
}
