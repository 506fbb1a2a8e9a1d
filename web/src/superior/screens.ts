import type { Area } from '../area';

export const SUPERIOR: Area = { name: '上级机关', screens: [] };
