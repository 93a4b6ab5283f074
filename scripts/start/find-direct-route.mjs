/** What lib/boot/register-direct-routes.ts put there: requests of machines that need nothing of Next, for its price a request. */
export function findDirectRoute({ method, url, headers }) {
  return headers.authorization === undefined ? undefined : globalThis.netravenDirectRoutes?.get(`${method} ${url}`);
}
