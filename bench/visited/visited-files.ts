import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OURS = /^(?:app|components|lib\/(?!generated|testing))/;

/** Files of ours whose functions were entered, by V8's own count. */
export class VisitedFiles {
  readonly #session = new Session();
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  static async start(root: string): Promise<VisitedFiles> {
    const visited = new VisitedFiles(root);
    visited.#session.connect();
    await visited.#session.post('Profiler.enable');
    await visited.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return visited;
  }

  /** Since the last call. The code of a module itself is no function of it. */
  async take(): Promise<string[]> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ functions }) => functions.slice(1).some((each) => each.ranges[0]?.count && !isExport(each)))
      .map(({ url }) => (url.startsWith('file://') ? path.relative(this.#root, fileURLToPath(url)) : ''))
      .filter((file) => OURS.test(file))
      .sort();
  }

  /** A file that none of the others is imported by ends a path: a question asked on the way, not a step of it. */
  print(title: string, files: readonly string[]): void {
    const steps = files.filter((file) => {
      const text = readFileSync(path.join(this.#root, file), 'utf8').replace(/^import type [^;]*;$/gm, '');
      const names = [...text.matchAll(/from '((?:@\/|\.)[^']*)'/g)].map(([, source = '']) =>
        source.startsWith('@/') ? source.slice(2) : path.join(path.dirname(file), source),
      );
      return names.some((name) => files.some((other) => other.replace(/\.tsx?$/, '') === name));
    });
    console.log(`\n${title}: ${files.length} files, ${steps.length} of them steps (*)`);
    for (const file of files) console.log(`${steps.includes(file) ? '*' : ' '} ${file}`);
  }
}

/** What a compiled module gives a name out by, as tsx writes it: `()=>name`, or esbuild's getter over another module. */
const isExport = ({ functionName, ranges: [range] }: Profiler.FunctionCoverage): boolean =>
  functionName === 'get' || range?.endOffset === (range?.startOffset ?? 0) + '()=>'.length + functionName.length;
