/** The caller: a signed-in person or a machine's token. It is the first argument of every server function. */
export const ROLES = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['logs:write', 'logs:read', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export type Viewer =
  | { kind: 'person'; id: string; email: string; name: string | null; role: Role }
  | { kind: 'token'; id: string; name: string; scopes: readonly Scope[] };

/** Permissions; a role or scope grants a set of them. */
export type Permission = 'lines:append' | 'runs:write' | 'runs:read' | 'runs:delete' | 'tokens:write';

const ROLE_PERMISSIONS = {
  viewer: ['runs:read'],
  operator: ['runs:read', 'runs:write'],
  admin: ['runs:read', 'runs:write', 'runs:delete', 'tokens:write'],
} as const satisfies Record<Role, readonly Permission[]>;

const SCOPE_PERMISSIONS = {
  'logs:write': ['lines:append', 'runs:write'],
  'logs:read': ['runs:read'],
  admin: ['lines:append', 'runs:write', 'runs:read', 'runs:delete', 'tokens:write'],
} as const satisfies Record<Scope, readonly Permission[]>;

export function can(viewer: Viewer, permission: Permission): boolean {
  const granted: readonly Permission[] =
    viewer.kind === 'person'
      ? ROLE_PERMISSIONS[viewer.role]
      : viewer.scopes.flatMap((scope): readonly Permission[] => SCOPE_PERMISSIONS[scope]);
  return granted.includes(permission);
}
