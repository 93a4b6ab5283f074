// As lib/runs/sample.ts: max-depth
export function isDeep(a: boolean, b: boolean, c: boolean): boolean {
  if (a) {
    if (b) {
      if (c) {
        if (a === c) {
          return true;
        }
      }
    }
  }
  return false;
}
