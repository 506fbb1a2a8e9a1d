import type { Area } from '../area';

export const AUDITOR: Area = { name: '审计', screens: [] };
