import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '@/lib/db/embedded-postgres/find-free-port';
import { pause } from '@/lib/testing/real-server/server-process';

/** The parts of an nginx.conf that differ. */
export type NginxSettings = { http?: string; location: string };

/** As Debian configures it: what stands in its nginx.conf beside the paths. */
const DEBIAN_HTTP = `
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  default_type application/octet-stream;
  gzip on;`;

/** An nginx of the test's own before a server. */
export class NginxProcess {
  readonly url: string;
  readonly #folder: string;
  readonly #child: ChildProcess;

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#child = child;
  }

  static async start(program: string, { http = '', location }: NginxSettings): Promise<NginxProcess> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'netraven-nginx-'));
    const port = await findFreePort();
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder};`,
    );
    writeFileSync(
      path.join(folder, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off; ${temporary.join(' ')} ${DEBIAN_HTTP} ${http}
  server { listen 127.0.0.1:${port}; ${location} }
}`,
    );
    const child = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'error.log']);
    while (!(await isListening(port))) {
      if (child.exitCode !== null) throw new Error(`nginx: ${readFileSync(path.join(folder, 'error.log'), 'utf8')}`);
      await pause(20);
    }
    return new NginxProcess(`http://127.0.0.1:${port}`, folder, child);
  }

  async remove(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
