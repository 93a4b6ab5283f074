import type { DeviceStatus } from '../wire';
import {
  CAUSES,
  fetchTimeoutSteps,
  flakySteps,
  tacacsCause,
  tacacsSteps,
  unreachableSteps,
  wrongSecretSteps,
} from './backup-trouble';
import { authenticateSteps, connectSteps, executeSteps, fetchSteps, keepSteps, queueSteps } from './backup-story';
import type { DeviceTrouble } from './incident';
import { inventorySteps, lostProbeSteps, probeSteps, shakyProbeSteps } from './reachability-story';
import { COMPONENTS, inPhase, warning, type DeviceScene, type Step } from './step';

export type DeviceStory = { steps: Step[]; status: DeviceStatus; cause?: string };

/** Some 17 of 412, as in an ordinary night. */
const CHANGED_SHARE = 0.04;
/** Devices of a good night that still give a reason to look. */
const WARNING_SHARE = 0.02;
const FLAKY_SHARE = 0.008;
/** Turns ten seconds into more than two minutes, so that the device sticks out of the timeline. */
const SLOWNESS = 14;

/** What one device lives through in one run. Troubles that a job type cannot meet (TACACS+ in a ping) leave it well. */
export function tellDevice(scene: DeviceScene, planned: DeviceTrouble | null): DeviceStory {
  const trouble = planned ?? (scene.random.chance(FLAKY_SHARE) ? 'flaky' : null);
  return scene.job.type === 'reachability' ? tellReachability(scene, trouble) : tellBackup(scene, trouble);
}

function tellReachability(scene: DeviceScene, trouble: DeviceTrouble | null): DeviceStory {
  const queue = queueSteps(scene);
  if (trouble === 'unreachable') {
    return { steps: [...queue, ...lostProbeSteps(scene)], status: 'unreachable', cause: CAUSES.unreachable };
  }
  const shaky = trouble === 'flaky' ? shakyProbeSteps(scene) : [];
  return { steps: [...queue, ...shaky, ...probeSteps(scene), ...inventorySteps(scene)], status: 'succeeded' };
}

function tellBackup(scene: DeviceScene, trouble: DeviceTrouble | null): DeviceStory {
  const queue = queueSteps(scene);
  switch (trouble) {
    case 'unreachable':
      return { steps: [...queue, ...unreachableSteps(scene)], status: 'unreachable', cause: CAUSES.unreachable };
    case 'tacacs-down': {
      const steps = [...queue, ...connectSteps(scene), ...tacacsSteps(scene)];
      return { steps, status: 'failed', cause: tacacsCause(scene.device.site) };
    }
    case 'wrong-secret': {
      const steps = [...queue, ...connectSteps(scene), ...wrongSecretSteps(scene)];
      return { steps, status: 'failed', cause: CAUSES['wrong-secret'] };
    }
    case 'fetch-timeout': {
      const before = [...queue, ...connectSteps(scene), ...authenticateSteps(scene), ...executeSteps(scene)];
      return { steps: [...before, ...fetchTimeoutSteps(scene)], status: 'failed', cause: CAUSES['fetch-timeout'] };
    }
    case 'flaky':
      return goodBackup(scene, [...queue, ...flakySteps(scene)]);
    case 'slow':
      return slowed(goodBackup(scene, queue));
    case null:
      return goodBackup(scene, queue);
    default:
      return trouble satisfies never;
  }
}

function goodBackup(scene: DeviceScene, before: Step[]): DeviceStory {
  const changed = scene.random.chance(CHANGED_SHARE);
  const steps = [
    ...before,
    ...connectSteps(scene),
    ...authenticateSteps(scene),
    ...executeSteps(scene),
    ...noticeSteps(scene),
    ...fetchSteps(scene),
    ...keepSteps(scene, changed),
  ];
  return { steps, status: changed ? 'changed' : 'unchanged' };
}

function noticeSteps({ random }: DeviceScene): Step[] {
  if (!random.chance(WARNING_SHARE)) return [];
  const notice = random.pick([
    'device clock is 93 s behind the Gateway',
    'startup configuration differs from the running one: not saved since the last change',
    'flash is 91 % full',
  ]);
  return inPhase('execute', [warning(COMPONENTS.executor, notice, { takesMs: 30 })]);
}

function slowed(story: DeviceStory): DeviceStory {
  const steps = story.steps.map((step) => ({ ...step, takesMs: step.takesMs * SLOWNESS }));
  const note = inPhase('fetch', [warning(COMPONENTS.driver, 'transfer slower than 2 kB/s, still going')]);
  const at = steps.findIndex((step) => step.phase === 'fetch') + 1;
  return { ...story, steps: [...steps.slice(0, at), ...note, ...steps.slice(at)] };
}
