import { storeScenario } from '../lib/intake/ingest/testing/store-scenario';
import { buildOrdinaryScenarios, buildScenarios, holdsPart } from '../lib/redaction/testing/record-scenarios';
import { atLeast, atMost, type Figure } from './figure';

const SEEDS = [1, 2, 3];

/** Secrets that go over several records, batches and servers, by kind, and ordinary records behind what opened and did not go on. */
export function benchScenarios(): Figure[] {
  const scenarios = SEEDS.flatMap((seed) => buildScenarios(seed));
  const kinds = [...new Set(scenarios.map(({ kind }) => kind))];
  const recall = kinds.map((kind) => {
    const own = scenarios.filter((scenario) => scenario.kind === kind);
    const kept = own.filter((scenario) => holdsPart(storeScenario(scenario), scenario.secrets));
    const value = 100 * (1 - kept.length / own.length);
    return atLeast(`over records and a restart, ${kind}: recall over ${own.length}`, value, { min: 95, unit: '%' });
  });
  return [...recall, measureOrdinary()];
}

function measureOrdinary(): Figure {
  const scenarios = buildOrdinaryScenarios();
  const changed = scenarios.filter((scenario) => {
    const stored = storeScenario(scenario);
    const sent = scenario.batches.flat();
    return scenario.ordinary.some((record) => stored[sent.indexOf(record)] !== record.message);
  });
  const value = (100 * changed.length) / scenarios.length;
  return atMost(`ordinary records behind it: changed of ${scenarios.length}`, value, { max: 0, unit: '%' });
}
