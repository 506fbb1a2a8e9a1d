import type { Area } from '../area';

export const AUDITOR: Area = {
  name: '审计',
  screens: [
    {
      path: '/ledger',
      menu: '台账和检查点',
      load: async () => (await import('./ledger-page')).LedgerPage,
    },
    {
      path: '/replay',
      menu: '两时比较',
      load: async () => (await import('./replay-page')).ReplayPage,
    },
    { path: '/facts/:kind/:id', load: async () => (await import('./facts-page')).FactsPage },
    { path: '/proofs/:event', load: async () => (await import('./proof-page')).ProofPage },
  ],
};
