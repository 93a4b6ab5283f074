/** By group: [name, template]. */
export type LeakedForms = Readonly<Record<string, readonly (readonly [string, string])[]>>;
