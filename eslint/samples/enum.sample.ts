// As lib/runs/sample.ts: no-restricted-syntax
export enum Colour {
  Red,
}
