// As components/ui/sample.ts: @typescript-eslint/no-restricted-imports
import { useQuery } from '@tanstack/react-query';

export const query = useQuery;
