import type { Area } from '../area';

export const ADMIN: Area = { name: '管理', screens: [] };
