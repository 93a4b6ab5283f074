type Frame = { file: string; line: number; call: string; code: string };

const FRAMES: readonly Frame[] = [
  { file: 'gateway/worker/executor.py', line: 214, call: 'run_device', code: 'result = handler(device, session)' },
  { file: 'gateway/drivers/netmiko_driver.py', line: 97, call: 'open_session', code: 'return factory.connect(params)' },
];

/** A traceback in the shape that Python prints (docs.python.org/3/library/traceback.html), innermost call last. */
export function pythonTraceback(last: Frame, exception: string): string {
  const calls = [...FRAMES, last].map(
    ({ file, line, call, code }) => `  File "/opt/netraven/${file}", line ${line}, in ${call}\n    ${code}`,
  );
  return `Traceback (most recent call last):\n${calls.join('\n')}\n${exception}`;
}
