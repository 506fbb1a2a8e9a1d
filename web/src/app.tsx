import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ACCOUNT } from './account/screens';
import { ADMIN } from './admin/screens';
import type { Area, Screen } from './area';
import { AUDITOR } from './auditor/screens';
import { CLERK } from './clerk/screens';
import { Entrance } from './entrance/entrance';
import { HEAD } from './head/screens';
import { NotFound } from './parts/not-found';
import { Shell } from './parts/shell';
import { Waiting } from './parts/waiting';
import { useSession } from './session';
import { SUPERIOR } from './superior/screens';

/** In the order of the menu. */
const AREAS: readonly Area[] = [CLERK, HEAD, SUPERIOR, AUDITOR, ADMIN, ACCOUNT];

const ROUTES = AREAS.flatMap(({ screens }) =>
  screens.map((screen) => ({ screen, Shown: lazy(() => moduleOf(screen)) })),
);

export function App() {
  const { state, may } = useSession();
  if (state === 'asking') return <Waiting />;
  if (state !== 'in') return <Entrance />;
  const allowed = ({ permission }: Screen): boolean => permission === undefined || may(permission);
  const areas = AREAS.map((area) => ({ ...area, screens: area.screens.filter(allowed) }));
  const first = areas.flatMap(({ screens }) => screens).find(({ menu }) => menu !== undefined);
  return (
    <Shell areas={areas}>
      <Suspense fallback={<Waiting />}>
        <Routes>
          {ROUTES.filter(({ screen }) => allowed(screen)).map(({ screen, Shown }) => (
            <Route key={screen.path} path={screen.path} element={<Shown />} />
          ))}
          <Route path="/" element={<Navigate to={first?.path ?? '/nothing'} replace />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

async function moduleOf({ load }: Screen) {
  return { default: await load() };
}
