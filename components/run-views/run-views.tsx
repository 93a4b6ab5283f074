'use client';

import { useUrlState } from '@/components/ui/use-url-state';
import { runListCodec } from '@/lib/runs/run-filter-codec';
import { BUILT_IN_VIEWS } from '@/lib/runs/views/built-in-views';
import type { SavedView } from '@/lib/runs/views/schema';
import { EditView } from './edit-view';
import { SaveView } from './save-view';
import type { ViewActions } from './view-actions';
import { ViewTab } from './view-tab';

type RunViewsProps = { saved: readonly SavedView[]; actions: ViewActions };

/** The views of the job list as tabs. The one whose filter is in the address is current; any other filter can be saved. */
export function RunViews({ saved, actions }: RunViewsProps) {
  const { value: state } = useUrlState(runListCodec);
  const query = runListCodec.format({ ...state, cursor: undefined });
  const builtIn = BUILT_IN_VIEWS.find((view) => view.query === query);
  const own = builtIn ? undefined : saved.find((view) => view.query === query);
  return (
    <div className="flex min-w-0 items-center gap-1 max-md:order-last max-md:basis-full">
      <nav aria-label="Views" className="min-w-0 overflow-x-auto">
        <ul className="flex">
          {BUILT_IN_VIEWS.map((view) => (
            <li key={view.name}>
              <ViewTab view={view} isActive={view === builtIn} />
            </li>
          ))}
          {saved.map((view) => (
            <li key={view.viewId}>
              <ViewTab view={view} isActive={view === own} />
            </li>
          ))}
        </ul>
      </nav>
      {own && <EditView key={own.viewId} view={own} actions={actions} />}
      {!own && !builtIn && <SaveView query={query} create={actions.create} />}
    </div>
  );
}
