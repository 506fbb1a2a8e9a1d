import type { Area } from '../area';

export const AUDITOR: Area = {
  name: '审计',
  screens: [
    {
      path: '/ledger',
      permission: 'ledger.verify',
      menu: '台账和检查点',
      load: async () => (await import('./ledger-page')).LedgerPage,
    },
    {
      path: '/replay',
      permission: 'reports.read',
      menu: '两时比较',
      load: async () => (await import('./replay-page')).ReplayPage,
    },
    {
      path: '/facts/:kind/:id',
      permission: 'requests.read',
      load: async () => (await import('./facts-page')).FactsPage,
    },
    {
      path: '/proofs/:event',
      permission: 'ledger.verify',
      load: async () => (await import('./proof-page')).ProofPage,
    },
  ],
};
