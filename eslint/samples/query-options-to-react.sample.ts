// As lib/runs/query-options.ts: @typescript-eslint/no-restricted-imports
import { useState } from 'react';

export const hook = useState;
