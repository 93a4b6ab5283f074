import { existsSync } from 'node:fs';

/** Debian's path; `NGINX_PATH` names another. Undefined where there is none. */
export function findNginx() {
  return [process.env.NGINX_PATH, '/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find(
    (file) => file && existsSync(file),
  );
}
