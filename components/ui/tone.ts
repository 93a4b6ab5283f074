/** The colours that mean a state; app/globals.css defines each as a text colour and as a ground. */
export const TONE_CLASSES = {
  'level-debug': { text: 'text-level-debug', ground: 'bg-level-debug-ground' },
  'level-info': { text: 'text-level-info', ground: 'bg-level-info-ground' },
  'level-warning': { text: 'text-level-warning', ground: 'bg-level-warning-ground' },
  'level-error': { text: 'text-level-error', ground: 'bg-level-error-ground' },
  'level-critical': { text: 'text-level-critical', ground: 'bg-level-critical-ground' },
  'status-ok': { text: 'text-status-ok', ground: 'bg-status-ok-ground' },
  'status-changed': { text: 'text-status-changed', ground: 'bg-status-changed-ground' },
  'status-bad': { text: 'text-status-bad', ground: 'bg-status-bad-ground' },
  'status-warn': { text: 'text-status-warn', ground: 'bg-status-warn-ground' },
  'status-idle': { text: 'text-status-idle', ground: 'bg-status-idle-ground' },
  'status-run': { text: 'text-status-run', ground: 'bg-status-run-ground' },
} as const;

export type Tone = keyof typeof TONE_CLASSES;
